package dev.winback.letter;

import dev.winback.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A download: a document that is read and does nothing. What it may hide, such as in its own
 * encryption, is refused with it; the rest is up to whoever opens it, outside this program.
 */
final class PdfLook {

  /** Of ISO 32000: what runs, opens, sends or carries other files. */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Encrypt)(?![A-Za-z])");

  private static final Pattern CODED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern OBJECTS =
      Pattern.compile("/ObjStm\\b[^\\u0000]{0,400}?>>\\s{0,4}stream\\r?\\n");
  private static final String END = "%%EOF";

  /** Of what is packed in it, in bytes. */
  private static final int UNPACKED = 20_000_000;

  private PdfLook() {}

  static CheckedFile of(byte[] upload) {
    var text = new String(upload, StandardCharsets.ISO_8859_1);
    if (!text.contains(END)) {
      throw CheckedFile.broken();
    }
    look(text);
    var packed = OBJECTS.matcher(text);
    int left = UNPACKED;
    while (packed.find() && left > 0) {
      var objects = unpacked(upload, packed.end(), left);
      look(objects);
      left -= objects.length();
    }
    var whole = text.substring(0, text.lastIndexOf(END) + END.length()) + "\n";
    return new CheckedFile(FileKind.PDF, 0, 0, whole.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void look(String objects) {
    var plain =
        CODED
            .matcher(objects)
            .replaceAll(
                code -> {
                  char letter = (char) Integer.parseInt(code.group(1), 16);
                  return Character.isLetter(letter) ? String.valueOf(letter) : "_";
                });
    var found = ACTIVE.matcher(plain);
    if (found.find()) {
      throw Refused.field("file", "letter.refused.file.active", found.group(1));
    }
  }

  private static String unpacked(byte[] upload, int from, int most) {
    var inflater = new Inflater();
    inflater.setInput(upload, from, upload.length - from);
    var bytes = new byte[Math.min(most, 2_000_000)];
    try {
      int length = inflater.inflate(bytes);
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    } catch (DataFormatException packedInAnotherWay) {
      throw CheckedFile.broken();
    } finally {
      inflater.end();
    }
  }
}
