package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LET-20, T17: what is uploaded for letters is what it shows, and nothing else gets through. */
class CheckedFileTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  private static byte[] with(byte[] file, String behind) {
    return join(file, behind.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] join(byte[] one, byte[] other) {
    var joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }

  private static String text(CheckedFile file) {
    return new String(file.content(), StandardCharsets.ISO_8859_1);
  }

  private static void refuses(byte[] upload, String why) {
    assertThatThrownBy(() -> CheckedFile.of(upload))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("letter.refused.file." + why);
  }

  @ParameterizedTest
  @CsvSource({"png, PNG", "jpeg, JPG", "gif, GIF"})
  void aPictureIsKnownByWhatItIsAndKeepsItsSize(String format, FileKind kind) {
    var kept = CheckedFile.of(Drawings.of(format, 300, 200));
    assertThat(kept.kind()).isEqualTo(kind);
    assertThat(kept.width()).isEqualTo(300);
    assertThat(kept.height()).isEqualTo(200);
  }

  /** What can be read as a picture and as a page at once is a picture only afterwards. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void nothingBehindAPictureIsKept(String format) {
    var kept = CheckedFile.of(with(Drawings.of(format, 40, 40), SCRIPT));
    assertThat(text(kept)).doesNotContain("script");
  }

  @Test
  void wordsInADrawingAndInAWebpAreLeftBehind() throws IOException {
    var gif = Drawings.of("gif", 40, 40);
    // a comment before the end: 21 FE, one block, no more
    var words = "\u0021\u00fe\u0019" + SCRIPT + "\u0000;";
    var kept = CheckedFile.of(with(Arrays.copyOf(gif, gif.length - 1), words));
    assertThat(text(kept)).doesNotContain("script");
    assertThat(ImageIO.read(new ByteArrayInputStream(kept.content())).getWidth()).isEqualTo(40);
    var webp = CheckedFile.of(Drawings.webp(SCRIPT));
    assertThat(webp.kind()).isEqualTo(FileKind.WEBP);
    assertThat(webp.width()).isOne();
    assertThat(text(webp)).startsWith("RIFF").doesNotContain("script", "EXIF");
  }

  /** A photo is as wide as twice the letter's column, and upright. */
  @Test
  void aPhotoIsMadeSmallAndTurnedAsItWasHeld() throws IOException {
    var kept = CheckedFile.of(Drawings.heldUpright(3_000, 1_500));
    assertThat(kept.width()).isEqualTo(LetterFile.WIDEST);
    assertThat(kept.height()).isEqualTo(2 * LetterFile.WIDEST);
    assertThat(text(kept)).doesNotContain("Exif");
    var seen = ImageIO.read(new ByteArrayInputStream(kept.content()));
    assertThat(seen.getRGB(500, 100) & 0xFF0000).as("the left is above").isGreaterThan(0xE00000);
    assertThat(seen.getRGB(500, 2_000) & 0xFF).as("the right is below").isGreaterThan(0xE0);
  }

  @Test
  void whatIsNoPictureIsRefusedWhateverItsNameSays() {
    refuses(new byte[0], "none");
    refuses(new byte[CheckedFile.LARGEST + 1], "large");
    refuses(with(Drawings.pdf(""), " ".repeat(CheckedFile.LARGEST_PDF)), "pdf");
    refuses("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "svg");
    refuses(("<html>" + SCRIPT).getBytes(StandardCharsets.UTF_8), "kind");
    refuses("BM and a bitmap of no use".getBytes(StandardCharsets.UTF_8), "kind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void whatEndsTooEarlyIsRefused(String format) {
    var whole = Drawings.of(format, 300, 200);
    refuses(Arrays.copyOf(whole, whole.length / 2), "broken");
    refuses(Arrays.copyOf(whole, 20), "broken");
  }

  @Test
  void aWebpWhoseChunksDoNotFitIsRefused() {
    var webp = Drawings.webp("x");
    webp[16] = 127;
    refuses(webp, "broken");
    webp[4] = (byte) 0xFF;
    webp[7] = 127;
    refuses(webp, "broken");
    refuses("RIFF\u0000\u0000\u0000\u0000AVI ".getBytes(StandardCharsets.ISO_8859_1), "broken");
  }

  /**
   * Decoded it takes twice as much: 4,000 times 4,000 points are too many of it, and few of others.
   */
  @Test
  void aPictureOfSixteenBitsHasFewerPoints() {
    refuses(claiming(Drawings.deep(40), 4_000), "points [4000, 4000, 12]");
    refuses(claiming(Drawings.of("png", 40, 40), 4_000), "broken");
    assertThat(CheckedFile.of(Drawings.deep(40)).width()).isEqualTo(40);
  }

  /** Some thousand bytes that would be 40,000 times 40,000 points in memory. */
  @Test
  void aBombIsNotOpened() {
    refuses(claiming(Drawings.of("png", 40, 40), 40_000), "points");
    var gif = Drawings.of("gif", 40, 40);
    gif[7] = (byte) 0xFF;
    gif[9] = (byte) 0xFF;
    refuses(gif, "points");
  }

  /** A square of another size in its head. */
  private static byte[] claiming(byte[] png, int side) {
    var crc = new CRC32();
    ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  @Test
  void aPdfThatIsReadIsKeptAndOneThatActsIsRefused() {
    var kept = CheckedFile.of(with(Drawings.pdf("/Pages 2 0 R"), SCRIPT));
    assertThat(kept.kind()).isEqualTo(FileKind.PDF);
    assertThat(text(kept)).endsWith("%%EOF\n").doesNotContain("script");
    for (var act :
        new String[] {
          "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
          "/AA << /O << /S /Launch /F (calc.exe) >> >>",
          "/Names << /EmbeddedFiles 3 0 R >>",
          "/S /J#61vaScript",
          "/Encrypt 4 0 R"
        }) {
      refuses(Drawings.pdf(act), "active");
    }
    refuses("%PDF-1.4 and no end".getBytes(StandardCharsets.US_ASCII), "broken");
  }

  /** One of twelve such files had the three letters of an act in its points. */
  @Test
  void whatStandsByChanceInPackedDataIsNoAct() {
    var points = new byte[CheckedFile.LARGEST_PDF - 1_000];
    new Random(1).nextBytes(points);
    var pdf = join(pdf("<< /Length 1 >>\nstream\n"), points);
    System.arraycopy("/JS /XFA ".getBytes(StandardCharsets.US_ASCII), 0, pdf, 999, 9);
    assertThat(CheckedFile.of(with(pdf, "\nendstream\n%%EOF\n")).kind()).isEqualTo(FileKind.PDF);
    refuses(with(pdf, "\nendstream\n<< /JS (x) >>\n%%EOF\n"), "active");
  }

  /** What stands in a packed stream of objects is looked at too. */
  @ParameterizedTest
  @ValueSource(strings = {"/ObjStm", "/Obj#53tm", "/#4fbjStm /Said (%s)"})
  void aPdfThatHidesItsActIsRefused(String type) {
    var dictionary = "<< /Type " + type.formatted("long".repeat(200)) + " /N 1 >>\nstream\n";
    var late = " ".repeat(40_000) + "3 0 << /S /Java#53cript /JS (x) >>";
    refuses(with(join(pdf(dictionary), packed(late)), "\nendstream\n%%EOF\n"), "active");
    var good = with(join(pdf(dictionary), packed("3 0 << /Good true >>")), "\nendstream\n%%EOF\n");
    assertThat(CheckedFile.of(good).kind()).isEqualTo(FileKind.PDF);
  }

  @Test
  void aPdfThatUnpacksWithoutEndIsRefused() {
    var pdf = join(pdf("<< /Type /ObjStm >>\nstream\n"), packed(" ".repeat(20_000_001)));
    refuses(with(pdf, "\nendstream\n%%EOF\n"), "broken");
    var tiny = with(join(pdf("<< /Type /ObjStm >>\nstream\n"), packed("x")), "\nendstream\n");
    var many = new ByteArrayOutputStream();
    for (int i = 0; i < 5_001; i++) {
      many.writeBytes(tiny);
    }
    refuses(with(many.toByteArray(), "%%EOF\n"), "broken");
  }

  private static byte[] pdf(String begin) {
    return ("%PDF-1.5\n1 0 obj\n" + begin).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] packed(String objects) {
    var out = new ByteArrayOutputStream();
    try (var packing = new DeflaterOutputStream(out)) {
      packing.write(objects.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
