package dev.winback.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, also such as no spreadsheet would write. */
public final class Sheets {

  private static final String RELATIONS =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String properties = "";
  private int count;

  public Sheets() {
    part("[Content_Types].xml", "<Types/>");
    part("_rels/.rels", RELATIONS.formatted(relation("rId1", "officeDocument", "xl/workbook.xml")));
    relations.append(relation("st", "styles", "styles.xml"));
    relations.append(relation("ss", "sharedStrings", "sharedStrings.xml"));
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id='%s' Type='%s%s' Target='%s'/>".formatted(id, TYPE, type, target);
  }

  public Sheets part(String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** {@code rows} is what stands inside of sheetData. */
  public Sheets sheet(String name, String rows) {
    return sheet(name, "", rows);
  }

  public Sheets sheet(String name, String attributes, String rows) {
    count++;
    sheets.append(
        "<sheet name='%s' sheetId='%d' r:id='s%d' %s/>".formatted(name, count, count, attributes));
    relations.append(relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
    return part(
        "xl/worksheets/sheet" + count + ".xml",
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + rows
            + "</sheetData></worksheet>");
  }

  public Sheets texts(String... texts) {
    var xml = new StringBuilder("<sst>");
    for (var text : texts) {
      xml.append("<si>").append(text).append("</si>");
    }
    return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
  }

  /** Cells are styled by the place of their format in this list; built-in ones by number. */
  public Sheets formats(String... formats) {
    var own = new StringBuilder();
    var styles = new StringBuilder();
    for (int i = 0; i < formats.length; i++) {
      boolean builtIn = formats[i].matches("\\d+") && !formats[i].startsWith("0");
      int id = builtIn ? Integer.parseInt(formats[i]) : 164 + i;
      if (!builtIn) {
        own.append(
            "<numFmt numFmtId='%d' formatCode='%s'/>"
                .formatted(id, formats[i].replace("\"", "&quot;")));
      }
      styles.append("<xf numFmtId='%d'/>".formatted(id));
    }
    return part(
        "xl/styles.xml",
        "<styleSheet><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
            .formatted(own, styles));
  }

  public Sheets since1904() {
    properties = "<workbookPr date1904='1'/>";
    return this;
  }

  public byte[] bytes() {
    part(
        "xl/workbook.xml",
        "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>%s<sheets>%s</sheets></workbook>"
            .formatted(properties, sheets));
    part("xl/_rels/workbook.xml.rels", RELATIONS.formatted(relations));
    return zip(parts);
  }

  public static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Texts as they stand in a row, without the table of shared ones. */
  public static String row(String... cells) {
    var xml = new StringBuilder("<row>");
    for (var cell : cells) {
      xml.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
    }
    return xml.append("</row>").toString();
  }
}
