package by.pobach.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.Tika;

/** What may be sent. Known by content: the name that came with it is asked nothing. */
enum Kind {
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    PDF("application/pdf", ".pdf"),
    TEXT("text/plain", ".txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    ODT("application/vnd.oasis.opendocument.text", ".odt");

    private static final String UNKNOWN = "application/octet-stream";
    private static final int LONGEST_NAME = 100;
    private static final byte[] PK = "PK\3\4".getBytes(StandardCharsets.US_ASCII);

    private final String type;
    private final String ending;

    Kind(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    private static final class Detector {
        static final Tika TIKA = new Tika();
    }

    /** The media type of these bytes; of every archive {@code application/zip}, which {@link Archive} looks into. */
    static String typeOf(byte[] content) {
        if (isArchive(content)) {
            return "application/zip";
        }
        String type = Detector.TIKA.detect(content);
        return type.equals(UNKNOWN) && PlainText.isOldCyrillic(content) ? TEXT.type : type;
    }

    static boolean isArchive(byte[] content) {
        return content.length > PK.length && Arrays.equals(content, 0, PK.length, PK, 0, PK.length);
    }

    static Optional<Kind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    String type() {
        return type;
    }

    /** The name without folders, control characters and letters that turn the line round; with the ending of the kind. */
    String name(String declared) {
        String last = declared.substring(Math.max(declared.lastIndexOf('/'), declared.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"*:<>?|]", "").strip();
        String stem =
                plain.replaceFirst("\\.[^.]*$", "").replaceFirst("^\\.+", "").strip();
        int length = Math.min(LONGEST_NAME, stem.codePointCount(0, stem.length()));
        return (stem.isEmpty() ? "file" : stem.substring(0, stem.offsetByCodePoints(0, length))) + ending;
    }
}
