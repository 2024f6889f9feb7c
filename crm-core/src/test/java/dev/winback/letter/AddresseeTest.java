package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LET-05: day and time of the last purchase, as far as they are known. */
class AddresseeTest {

  private static final LetterContent.Firm FIRM = new LetterContent.Firm("F", "A", "", "", "");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  @ParameterizedTest
  @CsvSource({
    "2026-03-04T13:05:00Z, 14:05, 4 March 2026",
    "2026-03-04T00:00:00Z, 01:00, 4 March 2026",
    // midnight in Berlin: a day without a time
    "2026-03-03T23:00:00Z, '', 4 March 2026"
  })
  void aTimeThatNobodyKnowsIsNotTold(Instant bought, String time, String day) {
    assertThat(addressee(bought, null).values(FIRM))
        .containsEntry("last_purchase_time", time)
        .containsEntry("last_purchase_day", day);
  }

  private static Addressee addressee(Instant bought, String goods) {
    return new Addressee(
        "A",
        "B",
        null,
        null,
        bought,
        goods,
        DAY,
        null,
        0,
        null,
        null,
        null,
        DAY,
        ZoneId.of("Europe/Berlin"),
        Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 × Tea, 1 × Cup | 2 × Tea, 1 × Cup",
        // whole articles, and never a number cut in two
        "6 × JAM MAKING SET WITH JARS, 12 × JAM MAKING SET PRINTED, 12 × TEA TIME OVEN GLOVE, Cake tin, 3 × VINTAGE DOILY TRAVEL SEWING KIT, 5 × Silver spoon"
            + "| JAM MAKING SET WITH JARS, JAM MAKING SET PRINTED, TEA TIME OVEN GLOVE, Cake tin, VINTAGE DOILY TRAVEL SEWING KIT (+1)",
        // a comma within a name parts nothing
        "4 × Tea set, 6 cups of the best porcelain, 2 × Coffee set, 12 cups of the best porcelain and a pot, 3 × Sugar bowl with a lid, white or blue"
            + "| Tea set, 6 cups of the best porcelain, Coffee set, 12 cups of the best porcelain and a pot (+1)"
      })
  void aLongListOfGoodsEndsWithAWholeArticle(String goods, String said) {
    assertThat(addressee(Instant.EPOCH, goods).values(FIRM))
        .containsEntry("last_purchase_goods", said);
  }

  /** One name of two hundred characters has no end to stop at. */
  @org.junit.jupiter.api.Test
  void oneVeryLongArticleIsCutWithinItsName() {
    assertThat(addressee(Instant.EPOCH, "Tea ".repeat(50)).values(FIRM).get("last_purchase_goods"))
        .hasSizeLessThanOrEqualTo(121)
        .endsWith("…");
  }

  @org.junit.jupiter.api.Test
  void soALetterNeedsWordsForIt() {
    assertThat(Variable.LAST_PURCHASE_TIME.mayBeMissing()).isTrue();
  }
}
