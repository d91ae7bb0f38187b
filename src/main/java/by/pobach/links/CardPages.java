package by.pobach.links;

import by.pobach.people.StaffMember.Role;
import by.pobach.signin.QrCode;
import by.pobach.signin.SignedIn;
import by.pobach.web.Addresses;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the coordinator or the director makes a card for somebody who stands at the desk. The page asks for a second step: whoever
 * makes cards can come in as anybody.
 */
@Controller
@Discreet
class CardPages {
    private static final String FORM = "links/cards";

    private final Cards cards;
    private final Addresses addresses;
    private final Dates dates;
    private final ZoneId zone;

    CardPages(Cards cards, Addresses addresses, Dates dates, @Value("${pobach.zone:Europe/Minsk}") ZoneId zone) {
        this.cards = cards;
        this.addresses = addresses;
        this.dates = dates;
        this.zone = zone;
    }

    @GetMapping("/desk/cards")
    String form(Model model) {
        mayGive();
        return form("", new Problems(), model);
    }

    @PostMapping("/desk/cards")
    String find(
            @RequestParam(defaultValue = "") String contact,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        mayGive();
        Optional<Cards.Holder> holder = cards.holder(contact);
        if (holder.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(contact, new Problems().add("contact", "links.cards.unknown"), model);
        }
        return show(holder.get(), frame, model);
    }

    @PostMapping("/desk/cards/new")
    String issue(@RequestParam UUID person, @RequestAttribute Frame frame, Model model) {
        mayGive();
        Optional<Cards.Card> card = cards.issue(person, Ids.next());
        if (card.isEmpty()) {
            return "redirect:/desk/cards";
        }
        model.addAttribute("code", card.get().shown())
                .addAttribute(
                        "qr",
                        QrCode.of(addresses.of(
                                "/family/sign-in/card/" + card.get().code())))
                .addAttribute("page", addresses.of("/family/sign-in/card"))
                .addAttribute("until", day(card.get().until(), frame));
        return "links/card";
    }

    @PostMapping("/desk/cards/revocation")
    String revoke(@RequestParam UUID person, @RequestAttribute Frame frame, Model model) {
        mayGive();
        cards.revoke(person);
        model.addAttribute("revoked", true);
        return cards.holder(person).map(holder -> show(holder, frame, model)).orElse("redirect:/desk/cards");
    }

    private String show(Cards.Holder holder, Frame frame, Model model) {
        model.addAttribute("person", holder.person())
                .addAttribute(
                        "until", holder.until().map(until -> day(until, frame)).orElse(null));
        return form("", new Problems(), model);
    }

    private String day(Instant until, Frame frame) {
        return dates.day(until.atZone(zone).toLocalDate(), frame.language());
    }

    private static String form(String contact, Problems problems, Model model) {
        model.addAttribute("contact", contact).addAttribute("problems", problems);
        return FORM;
    }

    private static void mayGive() {
        if (!SignedIn.as(Role.COORDINATOR) && !SignedIn.as(Role.DIRECTOR)) {
            throw new AccessDeniedException("cards are given by the coordinator or the director");
        }
    }
}
