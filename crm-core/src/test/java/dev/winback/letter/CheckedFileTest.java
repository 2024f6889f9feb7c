package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
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

  /** Some thousand bytes that would be 40,000 times 40,000 points in memory. */
  @Test
  void aBombIsNotOpened() {
    var png = Drawings.of("png", 40, 40);
    png[16] = 0;
    png[17] = 0;
    png[18] = (byte) 0x9C;
    png[19] = 0x40;
    System.arraycopy(png, 16, png, 20, 4);
    var crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    for (int i = 0; i < 4; i++) {
      png[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
    }
    refuses(png, "points");
    var gif = Drawings.of("gif", 40, 40);
    gif[7] = (byte) 0xFF;
    gif[9] = (byte) 0xFF;
    refuses(gif, "points");
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

  /** What stands in a packed stream of objects is looked at too. */
  @Test
  void aPdfThatHidesItsActIsRefused() {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater();
    deflater.setInput("3 0 << /S /JavaScript /JS (x) >>".getBytes(StandardCharsets.US_ASCII));
    deflater.finish();
    var packed = new byte[200];
    int length = deflater.deflate(packed);
    out.writeBytes(
        "%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 >>\nstream\n"
            .getBytes(StandardCharsets.US_ASCII));
    out.write(packed, 0, length);
    out.writeBytes("\nendstream\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    refuses(out.toByteArray(), "active");
  }
}
