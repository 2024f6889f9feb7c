package dev.winback.letter;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photo or drawing, decoded and drawn anew as wide as a letter needs it: what else was in the
 * file, such as the place where it was taken, stays behind.
 */
final class RedrawnPicture {

  /** Less is seen, more is not. */
  private static final float QUALITY = 0.85f;

  private RedrawnPicture() {}

  static CheckedFile of(FileKind kind, byte[] upload) {
    try {
      var read = read(kind.mediaType(), upload);
      var drawn = drawn(read, kind == FileKind.JPG ? JpegTurn.of(upload) : JpegTurn.NONE);
      return new CheckedFile(kind, drawn.getWidth(), drawn.getHeight(), written(kind, drawn))
          .small();
    } catch (IOException e) {
      throw CheckedFile.broken();
    }
  }

  static BufferedImage read(String mediaType, byte[] upload) throws IOException {
    var reader = ImageIO.getImageReadersByMIMEType(mediaType).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      // its words may be a bomb of their own
      reader.setInput(in, true, true);
      return read(reader);
    } finally {
      reader.dispose();
    }
  }

  /** Decoders meet what strangers wrote, and fall over it in many ways. */
  private static BufferedImage read(ImageReader reader) throws IOException {
    requirePoints(reader);
    var whole = new boolean[] {true};
    reader.addIIOReadWarningListener(
        (source, warning) -> whole[0] &= !warning.startsWith("Truncated"));
    try {
      var image = reader.read(0);
      if (whole[0]) {
        return image;
      }
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
    throw new IOException("it ends too early");
  }

  /** With sixteen bits for a colour a point takes twice as much, and nobody sees it. */
  private static void requirePoints(ImageReader reader) throws IOException {
    int width;
    int height;
    boolean deep;
    try {
      width = reader.getWidth(0);
      height = reader.getHeight(0);
      var raw = reader.getRawImageType(0);
      deep = raw != null && raw.getColorModel().getPixelSize() > 32;
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
    CheckedFile.requirePoints(
        width, height, deep ? CheckedFile.MOST_DEEP_POINTS : CheckedFile.MOST_POINTS);
  }

  /** Upright and at most as wide as a letter can use; by halves, or fine lines would be lost. */
  private static BufferedImage drawn(BufferedImage read, JpegTurn turn) {
    var image = turned(read, turn);
    while (image.getWidth() >= 2 * LetterFile.WIDEST) {
      image = scaled(image, image.getWidth() / 2);
    }
    return scaled(image, Math.min(image.getWidth(), LetterFile.WIDEST));
  }

  private static BufferedImage turned(BufferedImage image, JpegTurn turn) {
    if (turn == JpegTurn.NONE) {
      return image;
    }
    int width = turn.sideways() ? image.getHeight() : image.getWidth();
    int height = turn.sideways() ? image.getWidth() : image.getHeight();
    return drawn(image, width, height, turn.of(image.getWidth(), image.getHeight()));
  }

  private static BufferedImage scaled(BufferedImage image, int width) {
    double scale = (double) width / image.getWidth();
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var way =
        AffineTransform.getScaleInstance(
            (double) width / image.getWidth(), (double) height / image.getHeight());
    return drawn(image, width, height, way);
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, AffineTransform way) {
    boolean clear = image.getColorModel().hasAlpha();
    var drawn =
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, way, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] written(FileKind kind, BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var how = writer.getDefaultWriteParam();
      if (kind == FileKind.JPG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
