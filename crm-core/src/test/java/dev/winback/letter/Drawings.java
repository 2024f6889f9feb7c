package dev.winback.letter;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;

/** Pictures as somebody might upload them: red on the left, blue on the right. */
public final class Drawings {

  private Drawings() {}

  public static byte[] of(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    return written(format, image);
  }

  /** A black square with sixteen bits for each colour. */
  public static byte[] deep(int side) {
    var colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    var type =
        ImageTypeSpecifier.createInterleaved(
            colours, new int[] {0, 1, 2}, DataBuffer.TYPE_USHORT, false, false);
    return written("png", type.createBufferedImage(side, side));
  }

  private static byte[] written(String format, BufferedImage image) {
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One point, without loss (RFC 9649), with words in it and behind it. */
  public static byte[] webp(String hidden) {
    var words = hidden.getBytes(StandardCharsets.US_ASCII);
    int padded = words.length + (words.length & 1);
    var point =
        new byte[] {0x2f, 0, 0, 0, 0, 0x07, 0x10, 0x11, 0x11, (byte) 0x88, (byte) 0x88, 0x08};
    return ByteBuffer.allocate(12 + 8 + point.length + 8 + padded + words.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + 8 + point.length + 8 + padded)
        .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
        .putInt(point.length)
        .put(point)
        .put("EXIF".getBytes(StandardCharsets.US_ASCII))
        .putInt(words.length)
        .put(words)
        .put(new byte[padded - words.length])
        .put(words)
        .array();
  }

  /** A JPEG of a camera that was held upright: its words say "turn me to the right". */
  public static byte[] heldUpright(int width, int height) {
    var jpeg = of("jpeg", width, height);
    var exif =
        ByteBuffer.allocate(36)
            .putShort((short) 0xFFE1)
            .putShort((short) 34)
            .put("Exif\0\0MM\0\u002a".getBytes(StandardCharsets.US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) 6)
            .putShort((short) 0)
            .putInt(0)
            .array();
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  public static byte[] pdf(String inside) {
    return ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog "
            + inside
            + " >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
