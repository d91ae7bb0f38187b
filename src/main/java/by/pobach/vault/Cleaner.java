package by.pobach.vault;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes pictures and PDFs apart, in a process of its own (see {@link Workbench}): foreign bytes meet decoders where there
 * is no key, no database, little memory and not much time. The file comes in on standard input and goes out cleaned.
 */
final class Cleaner {
    static final int DAMAGED = 10;
    static final int LOCKED = 11;
    static final int OVERFULL = 12;

    /** The file is not fit; the process ends with this code. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        final int code;

        Unfit(int code) {
            super(null, null, false, false);
            this.code = code;
        }
    }

    private Cleaner() {}

    public static void main(String[] arguments) {
        // A library that prints must not print into the file.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        int code = 0;
        try (OutputStream answer = new FileOutputStream(FileDescriptor.out)) {
            answer.write(clean(Kind.valueOf(arguments[0]), System.in.readAllBytes()));
        } catch (Unfit unfit) {
            code = unfit.code;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            code = DAMAGED;
        }
        Runtime.getRuntime().halt(code);
    }

    static byte[] clean(Kind kind, byte[] content) throws IOException, Unfit {
        return kind == Kind.PDF ? CleanPdf.of(content) : CleanImage.of(kind, content);
    }
}
