package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LET-04: "no greater insult than a wrong name". */
class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna|Anna",
        "WEBER|Weber",
        "müller-lüdenscheidt|Müller-Lüdenscheidt",
        "O'Neill|O'Neill",
        "McDonald|McDonald",
        "van der Berg|van der Berg",
        "Нина|Нина",
        "IŞIK|Işık",
        "ILGIN DAĞ|Ilgın Dağ",
        "İPEK|İpek",
        "ışık|Işık",
        "IRIS|Iris",
        "翔|翔",
        "김|김",
        "あ|あ",
        "test|''",
        "N/A|''",
        "x|''",
        "anna@example.org|''",
        "Kunde 4711|''",
        "<b>Eve|''",
        "Eve{{percent}}|''"
      })
  void aDoubtfulNameIsNotUsedAndOneInASingleCaseIsCorrected(String raw, String usable) {
    assertThat(PersonName.usable(raw)).isEqualTo(usable);
  }
}
