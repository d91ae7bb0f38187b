package by.pobach.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF of one A4 page in which everything is tagged, as PDF/UA-1 (ISO 14289-1) asks: each piece is either an element of
 * the structure tree, in the order in which it is drawn, or an artifact that no voice reads. The document says its language,
 * shows its title, and holds its fonts.
 *
 * <p>Lengths are points (1/72 inch), counted from the lower left corner.
 */
final class TaggedPdf implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement root = new PDStructureElement("Document", tree);
    /** The element of each piece by its number: how a reader finds from the drawing to the tree. */
    private final COSArray elements = new COSArray();

    private final PDPageContentStream drawing;
    private final SheetFonts fonts;

    /** Something that draws. */
    interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    TaggedPdf(String title, String language) throws IOException {
        document.addPage(page);
        page.setStructParents(0);
        // Tab goes in the order of the tree.
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        tree.appendKid(root);
        catalog(title, language);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Pobach");
        fonts = SheetFonts.in(document);
        drawing = new PDPageContentStream(document, page);
    }

    SheetFonts fonts() {
        return fonts;
    }

    /** Draws one element of the tree, such as {@code H1} or {@code P}. */
    void element(String type, Drawing content) throws IOException {
        int number = elements.size();
        PDStructureElement element = new PDStructureElement(type, root);
        element.setPage(page);
        element.appendKid(number);
        root.appendKid(element);
        elements.add(element.getCOSObject());
        drawing.beginMarkedContent(COSName.getPDFName(type), number);
        content.on(drawing);
        drawing.endMarkedContent();
    }

    /** Draws what is there for the eye alone. */
    void artifact(Drawing content) throws IOException {
        drawing.beginMarkedContent(COSName.ARTIFACT);
        content.on(drawing);
        drawing.endMarkedContent();
    }

    /** The finished file; nothing can be drawn after it. */
    byte[] bytes() throws IOException {
        drawing.close();
        COSDictionary parents = new COSDictionary();
        COSArray numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(elements);
        parents.setItem(COSName.NUMS, numbers);
        tree.setParentTree(new PDNumberTreeNode(parents, COSArray.class));
        tree.setParentTreeNextKey(1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void catalog(String title, String language) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, language).getBytes(StandardCharsets.UTF_8));
        catalog.setMarkInfo(marks);
        catalog.setViewerPreferences(preferences);
        catalog.setLanguage(language.toLowerCase(Locale.ROOT));
        catalog.setStructureTreeRoot(tree);
        catalog.setMetadata(metadata);
    }

    /** What the file says of itself; the part of PDF/UA that it means to keep is said here and nowhere else. */
    private static String xmp(String title, String language) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreatorTool>Pobach</xmp:CreatorTool>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped(title), escaped(language));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
