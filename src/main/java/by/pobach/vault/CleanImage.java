package by.pobach.vault;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** A picture drawn anew: its pixels, upright, at most eight million of them, and nothing else that was in the file. */
final class CleanImage {
    private static final long MOST_PIXELS = 64_000_000;
    private static final long KEPT_PIXELS = 8_000_000;
    private static final float QUALITY = 0.9f;

    private CleanImage() {}

    static byte[] of(Kind kind, byte[] content) throws IOException, Cleaner.Unfit {
        ImageIO.setUseCache(false);
        String format = kind == Kind.PNG ? "png" : "jpeg";
        BufferedImage picture = read(format, content);
        int turn = kind == Kind.JPEG ? Upright.orientation(content) : Upright.AS_IT_IS;
        return write(format, turned(picture, turn));
    }

    private static BufferedImage read(String format, byte[] content) throws IOException, Cleaner.Unfit {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        AtomicBoolean cut = new AtomicBoolean();
        // The decoder of JPEG fills what is missing with grey and only warns.
        reader.addIIOReadWarningListener((source, warning) ->
                cut.compareAndSet(false, warning.matches("(?is).*(premature|corrupt|truncated|missing EOI).*")));
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            BufferedImage picture = reader.read(0, withinLimits(reader));
            if (cut.get()) {
                throw new Cleaner.Unfit(Cleaner.DAMAGED);
            }
            return picture;
        } finally {
            reader.dispose();
        }
    }

    /** Width and height stand in the head of the file; nothing is decoded before they are looked at. */
    private static ImageReadParam withinLimits(ImageReader reader) throws IOException, Cleaner.Unfit {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new Cleaner.Unfit(Cleaner.OVERFULL);
        }
        int every = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(every, 1), Math.max(every, 1), 0, 0);
        return param;
    }

    private static BufferedImage turned(BufferedImage picture, int orientation) {
        if (orientation == Upright.AS_IT_IS) {
            return picture;
        }
        AffineTransform turn = Upright.transform(orientation, picture.getWidth(), picture.getHeight());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, null);
    }

    private static byte[] write(String format, BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
