package by.pobach.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A PDF written anew: its pages, without who made it, scripts, files inside it, and anything that starts by itself. */
final class CleanPdf {
    private static final int MOST_PAGES = 300;

    /** Wherever they stand in the file. */
    private static final List<COSName> NOT_KEPT = List.of(
            COSName.AA,
            COSName.OPEN_ACTION,
            COSName.JAVA_SCRIPT,
            COSName.JS,
            COSName.METADATA,
            COSName.EMBEDDED_FILES,
            COSName.EF,
            COSName.AF,
            COSName.getPDFName("XFA"),
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("RichMediaContent"));

    private static final Set<String> HARMLESS_ACTIONS = Set.of("GoTo", "URI", "Named");

    private CleanPdf() {}

    static byte[] of(byte[] content) throws IOException, Cleaner.Unfit {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new Cleaner.Unfit(Cleaner.LOCKED);
            }
            int pages = document.getNumberOfPages();
            if (pages == 0 || pages > MOST_PAGES) {
                throw new Cleaner.Unfit(pages == 0 ? Cleaner.DAMAGED : Cleaner.OVERFULL);
            }
            document.setDocumentInformation(new PDDocumentInformation());
            walk(document.getDocument().getTrailer());
            ByteArrayOutputStream clean = new ByteArrayOutputStream(content.length);
            document.save(clean);
            return clean.toByteArray();
        } catch (InvalidPasswordException locked) {
            throw new Cleaner.Unfit(Cleaner.LOCKED);
        }
    }

    private static void walk(COSBase root) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> ahead = new ArrayDeque<>(List.of(root));
        while (!ahead.isEmpty()) {
            COSBase next = resolved(ahead.pop());
            if (next == null || !seen.add(next)) {
                continue;
            }
            if (next instanceof COSDictionary dictionary) {
                strip(dictionary);
                dictionary.getValues().forEach(ahead::push);
            } else if (next instanceof COSArray array) {
                array.forEach(ahead::push);
            }
        }
    }

    private static void strip(COSDictionary dictionary) {
        NOT_KEPT.forEach(dictionary::removeItem);
        if (dictionary.getDictionaryObject(COSName.A) instanceof COSDictionary action
                && !HARMLESS_ACTIONS.contains(action.getNameAsString(COSName.S, ""))) {
            dictionary.removeItem(COSName.A);
        }
    }

    private static @Nullable COSBase resolved(@Nullable COSBase base) {
        return base instanceof COSObject reference ? reference.getObject() : base;
    }
}
