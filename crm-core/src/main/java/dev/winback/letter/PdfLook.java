package dev.winback.letter;

import dev.winback.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A download: a document that is read and does nothing. What it may hide, such as in its own
 * encryption, is refused with it; the rest is up to whoever opens it, outside this program.
 */
final class PdfLook {

  private static final String LONG =
      "JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Encrypt";
  private static final String NO_MORE = ")(?![A-Za-z])";

  /** Of ISO 32000: what runs, opens, sends or carries other files. */
  private static final Pattern ACTIVE = Pattern.compile("/(" + LONG + "|JS|XFA" + NO_MORE);

  /** Within packed data three letters stand by chance, so many do not. */
  private static final Pattern ACTIVE_ANYWHERE = Pattern.compile("/(" + LONG + NO_MORE);

  private static final Pattern CODED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");
  private static final String END_OF_STREAM = "endstream";
  private static final String END = "%%EOF";

  /** Of what is packed in it, in bytes. */
  private static final int UNPACKED = 20_000_000;

  /** Of packed objects: each has a hundred or more in it. */
  private static final int MOST_STREAMS = 5_000;

  private final byte[] upload;
  private final String text;
  private final StringBuilder open = new StringBuilder();
  private final byte[] buffer = new byte[16_384];
  private int left = UNPACKED;
  private int streams;

  private PdfLook(byte[] upload) {
    this.upload = upload;
    text = new String(upload, StandardCharsets.ISO_8859_1);
  }

  static CheckedFile of(byte[] upload) {
    if (upload.length > CheckedFile.LARGEST_PDF) {
      throw Refused.field("file", "letter.refused.file.pdf", CheckedFile.LARGEST_PDF / 1_000_000);
    }
    return new PdfLook(upload).checked();
  }

  private CheckedFile checked() {
    if (!text.contains(END)) {
      throw CheckedFile.broken();
    }
    refuse(ACTIVE_ANYWHERE, text);
    parts();
    refuse(ACTIVE, plain(open.toString()));
    var whole = text.substring(0, text.lastIndexOf(END) + END.length()) + "\n";
    return new CheckedFile(FileKind.PDF, 0, 0, whole.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Keeps what stands openly, and looks into the streams that are packed objects. */
  private void parts() {
    var begin = STREAM.matcher(text);
    int at = 0;
    while (begin.find(at)) {
      var head = text.substring(at, begin.end());
      open.append(head).append(' ');
      if (plain(head).contains("/ObjStm")) {
        refuse(ACTIVE, plain(unpacked(begin.end())));
      }
      int end = text.indexOf(END_OF_STREAM, begin.end());
      at = end < 0 ? begin.end() : end;
      if (end < 0) {
        break;
      }
    }
    open.append(text, at, text.length());
  }

  /** A name may be written in codes. */
  private static String plain(String objects) {
    return CODED
        .matcher(objects)
        .replaceAll(
            code -> {
              char letter = (char) Integer.parseInt(code.group(1), 16);
              return Character.isLetter(letter) ? String.valueOf(letter) : "_";
            });
  }

  private static void refuse(Pattern active, String objects) {
    var found = active.matcher(objects);
    if (found.find()) {
      throw Refused.field("file", "letter.refused.file.active", found.group(1));
    }
  }

  /** What cannot be looked into to its end is not kept. */
  private String unpacked(int from) {
    streams++;
    var inflater = new Inflater();
    try {
      inflater.setInput(upload, from, upload.length - from);
      return unpacked(inflater);
    } catch (DataFormatException packedInAnotherWay) {
      throw CheckedFile.broken();
    } finally {
      inflater.end();
    }
  }

  private String unpacked(Inflater inflater) throws DataFormatException {
    var objects = new ByteArrayOutputStream();
    int length = inflater.inflate(buffer);
    while (length > 0) {
      left -= length;
      if (left < 0 || streams > MOST_STREAMS) {
        throw CheckedFile.broken();
      }
      objects.write(buffer, 0, length);
      length = inflater.inflate(buffer);
    }
    return objects.toString(StandardCharsets.ISO_8859_1);
  }
}
