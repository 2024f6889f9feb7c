package dev.winback.web.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has a card is found by its name too, by the same people. */
class PlaceTest {

  private static final Pattern ADDRESS = Pattern.compile("@\\{([^}(]+)");
  private static final Pattern MAY = Pattern.compile("may\\('([A-Z_]+)'\\)");

  @ParameterizedTest
  @ValueSource(strings = {"report/reports.html", "settings/settings.html"})
  void eachCardHasItsPlaceWithTheSamePermission(String template) throws IOException {
    var page = Jsoup.parse(Files.readString(Path.of("src/main/resources/templates", template)));
    var cards = page.select("a.figure").stream().filter(card -> !ofTheDemo(card)).toList();
    var without = new ArrayList<String>();
    cards.stream()
        .map(card -> found(ADDRESS, card.attr("th:href")) + " " + found(MAY, card.attr("th:if")))
        .filter(card -> !places().contains(card))
        .forEach(without::add);
    assertThat(cards).hasSizeGreaterThan(10);
    assertThat(without).isEmpty();
  }

  /** Who sees the hub of letters finds each of its pages; what needs more than that asks for it. */
  @Test
  void eachPageOfTheLettersHasItsPlace() throws IOException {
    var hub = Files.readString(Path.of("src/main/resources/templates/letter/ladder.html"));
    var addresses = Arrays.stream(Place.values()).map(Place::address).toList();
    assertThat(Jsoup.parse(hub).select(".ways a"))
        .hasSizeGreaterThan(10)
        .extracting(link -> found(ADDRESS, link.attr("th:href")))
        .isSubsetOf(addresses);
  }

  /** A mailbox stands only where letters reach nobody. */
  private static boolean ofTheDemo(Element card) {
    return card.attr("th:if").contains("demo()");
  }

  private static List<String> places() {
    return Arrays.stream(Place.values()).map(p -> p.address() + " " + p.permission()).toList();
  }

  private static String found(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? found.group(1) : "null";
  }
}
