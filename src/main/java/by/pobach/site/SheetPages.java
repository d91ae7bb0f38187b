package by.pobach.site;

import by.pobach.web.Frame;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/**
 * «Што паспрабаваць заўтра»: a sheet of paper for a teacher, one a barrier. Each names what was read for it and says that
 * the words are ours, since advice without a source cannot be doubted.
 */
@Controller
class SheetPages implements PublicPages {
    private static final List<String> SHEETS = List.of(
            "noise",
            "instructions",
            "handwriting",
            "transitions",
            "starting",
            "reading",
            "waiting",
            "moving",
            "speech",
            "overload");

    @Override
    public List<String> paths() {
        return Stream.concat(Stream.of("/sheets"), SHEETS.stream().map(name -> "/sheets/" + name))
                .toList();
    }

    @GetMapping("/sheets")
    String sheets(@RequestAttribute Frame frame) {
        return "site/sheets." + frame.language().tag();
    }

    @GetMapping("/sheets/{name}")
    String sheet(@PathVariable String name, @RequestAttribute Frame frame) {
        if (!SHEETS.contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "site/sheet-" + name + "." + frame.language().tag();
    }
}
