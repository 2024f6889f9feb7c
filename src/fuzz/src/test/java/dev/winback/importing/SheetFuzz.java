package dev.winback.importing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any XML as the sheet of a workbook. */
class SheetFuzz {

  @FuzzTest(maxDuration = "60s")
  void anyXmlIsReadOrRefused(byte[] bytes) throws IOException {
    var texts = new SharedTexts();
    var styles = new CellStyles();
    try {
      Xml.read(
          new ShortRuns(new ByteArrayInputStream(bytes)),
          xml -> {
            texts.take(xml);
            styles.take(xml);
            styles.number(xml.text(), "0", false);
          });
      texts.end();
      texts.at("0");
    } catch (FileRefused refused) {
      // a sentence is an answer
    }
  }
}
