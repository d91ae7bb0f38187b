package by.pobach.settings;

import java.util.List;
import org.springframework.ui.Model;

/** A line of a list that leads to a form. */
record Item(String href, String name, String note) {

    /**
     * Shows a list of things to change.
     *
     * @param kind the key of its heading, and the beginning of the other keys
     * @param add where one more is added, or empty
     * @param former what is no longer in use
     */
    static String list(Model model, String kind, String add, List<Item> items, List<Item> former) {
        model.addAttribute("kind", kind)
                .addAttribute("add", add)
                .addAttribute("items", items)
                .addAttribute("former", former);
        return "settings/list";
    }
}
