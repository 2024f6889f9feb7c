package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** hold.md, T61: the filter of a file is kept, and nobody is named in it. */
class FilterTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "stage=lost&sort=value|stage=lost&sort=value",
        "from=2026-01-01&to=|from=2026-01-01&to=",
        "q=Zenobia+Quill&stage=lost|q=*&stage=lost",
        "customer=K-77|customer=*",
        "kind=z%40example.org|kind=*",
        "kind=%zz|kind=*",
        "Zenobia%40x=1|*=*",
        "Zenobia=1|*=*",
        "city=Ulm&interest=opera&asked=loden&who=lost|city=*&interest=*&asked=*&who=lost",
        "words=Quill&word=Quill&query=Quill&referred=Quill&login=zq|words=*&word=*&query=*&referred=*&*=*",
        "stage=Zenobia+Quill|stage=*",
        "q=|q=",
        "\"\"|\"\"",
      })
  void wordsThatSomebodySearchedForAreLeftOut(String query, String kept) {
    assertThat(FilterText.of(query)).isEqualTo(kept);
  }
}
