package by.pobach.site;

import java.util.List;

/** Pages that search engines may show; whoever has some says so, and the sitemap lists them. */
interface PublicPages {

    /**
     * Paths, each in every language of the house.
     */
    List<String> paths();
}
