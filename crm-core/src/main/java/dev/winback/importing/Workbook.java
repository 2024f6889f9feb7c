package dev.winback.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of an XLSX file, read in place and never unpacked to disk. */
final class Workbook implements AutoCloseable {

  /** LibreOffice and openpyxl write "visible" of the others, Excel writes nothing. */
  private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

  private static final int MOST_SHEETS = 1_000;

  /** Of a part that says what the others are; rows and texts have limits of their own. */
  private static final int MOST_BYTES = 50_000_000;

  private final ZipFile zip;
  private final Upload upload;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedTexts texts = new SharedTexts();
  private final CellStyles styles = new CellStyles();
  private boolean since1904;

  /** A sheet by its name and the part that holds it. */
  record Sheet(String name, String part) {}

  private Workbook(ZipFile zip, Upload upload) {
    this.zip = zip;
    this.upload = upload;
  }

  static Workbook open(Upload upload) throws IOException {
    Workbook workbook = null;
    boolean opened = false;
    try {
      workbook = new Workbook(ZipDirectory.open(upload), upload);
      workbook.guard();
      workbook.readParts();
      opened = true;
      return workbook;
    } finally {
      if (workbook != null && !opened) {
        workbook.close();
      }
    }
  }

  /** The sizes that a bomb admits; those it hides are found while reading. */
  private void guard() {
    long all = 0;
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      all += Math.max(0, entry.getSize());
      Upload.grown(entry.getSize(), entry.getCompressedSize());
    }
    if (all > upload.limit()) {
      throw new FileRefused("unpacked-too-large", upload.limit() / 1_000_000);
    }
  }

  /** A writer may call its parts as it likes: what they are stands in the relations. */
  private void readParts() throws IOException {
    var root = relations("_rels/.rels", "");
    var book = root.getOrDefault("/officeDocument", "xl/workbook.xml");
    var folder = book.substring(0, book.lastIndexOf('/') + 1);
    var parts = relations(folder + "_rels/" + book.substring(folder.length()) + ".rels", folder);
    small(book, xml -> workbook(xml, parts));
    if (sheets.isEmpty()) {
      throw new FileRefused("no-sheet");
    }
    small(parts.getOrDefault("/styles", ""), styles::take);
    each(parts.getOrDefault("/sharedStrings", ""), texts::take);
    texts.end();
  }

  /** Targets by their id, and by the last word of their type. */
  private Map<String, String> relations(String part, String folder) throws IOException {
    var targets = new HashMap<String, String>();
    small(
        part,
        xml -> {
          if (xml.starts("Relationship")) {
            refuseMore(targets.size(), 2 * ZipDirectory.PARTS);
            var target = xml.attribute("Target");
            var path = target.startsWith("/") ? target.substring(1) : folder + target;
            var type = xml.attribute("Type");
            targets.put(xml.attribute("Id"), path);
            targets.put(type.substring(Math.max(0, type.lastIndexOf('/'))), path);
          }
        });
    return targets;
  }

  private void workbook(Xml xml, Map<String, String> targets) {
    if (xml.starts("workbookPr")) {
      since1904 = xml.attribute("date1904").matches("1|true");
    }
    var part = xml.starts("sheet") ? targets.get(xml.attribute("id")) : null;
    if (part != null && !HIDDEN.contains(xml.attribute("state"))) {
      refuseMore(sheets.size(), MOST_SHEETS);
      sheets.add(new Sheet(xml.attribute("name"), part));
    }
  }

  static void refuseMore(int there, int most) {
    if (there >= most) {
      throw new FileRefused("too-many-entries", most);
    }
  }

  private void small(String part, Xml.Taker taker) throws IOException {
    var entry = zip.getEntry(part);
    if (entry != null && entry.getSize() > MOST_BYTES) {
      throw new FileRefused("unpacked-too-large", MOST_BYTES / 1_000_000);
    }
    each(part, taker);
  }

  /** Gives every event of a part; a part that is missing has none. */
  void each(String part, Xml.Taker taker) throws IOException {
    each(part, bytes -> {}, taker);
  }

  void each(String part, LongConsumer told, Xml.Taker taker) throws IOException {
    var entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    try (var in = stream(entry, told)) {
      Xml.read(in, taker);
    } catch (ZipException e) {
      throw new FileRefused("broken-zip");
    }
  }

  private InputStream stream(ZipEntry entry, LongConsumer told) throws IOException {
    // a part that is longer than it says lies, and is refused at that byte
    long longest = Math.min(upload.limit(), Math.max(0, entry.getSize()));
    return new BufferedInputStream(
        new ShortRuns(new Limited(zip.getInputStream(entry), longest, told)));
  }

  long size(Sheet sheet) {
    var entry = zip.getEntry(sheet.part());
    return entry == null ? 0 : entry.getSize();
  }

  List<Sheet> sheets() {
    return sheets;
  }

  String text(String index) {
    return texts.at(index);
  }

  String number(String raw, String style) {
    return styles.number(raw, style, since1904);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
