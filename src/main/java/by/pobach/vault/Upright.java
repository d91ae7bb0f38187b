package by.pobach.vault;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: Exif 2.32, tag 0x0112. The tag goes with the metadata, so the picture is turned before. */
final class Upright {
    static final int AS_IT_IS = 1;

    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF = 0x45786966;

    private Upright() {}

    /** 1 to 8; 1 when the file says nothing or nonsense. */
    static int orientation(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg).position(2);
        try {
            int marker = file.getShort() & 0xFFFF;
            while (marker != START_OF_SCAN) {
                int length = (file.getShort() & 0xFFFF) - 2;
                if (marker == APP1 && file.getInt(file.position()) == EXIF) {
                    return inTiff(file.slice(file.position() + 6, length - 6));
                }
                file.position(file.position() + length);
                marker = file.getShort() & 0xFFFF;
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException nonsense) {
            return AS_IT_IS;
        }
        return AS_IT_IS;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : AS_IT_IS;
            }
        }
        return AS_IT_IS;
    }

    static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
