package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How far the line of a receiver has been taken. */
class PlacesTest {

  private final Places places = new Places();

  @Test
  void aLineBeginsAtItsFront() {
    assertThat(places.after("other")).isNull();
    assertThat(places.held()).isEmpty();
  }

  @Test
  void theNextClaimGoesOnBehindTheLastLetter() {
    places.fromFront("other", letters(5));
    places.further("other", List.of(108L, 109L));

    assertThat(places.after("other")).isEqualTo(109);
    assertThat(places.after("gmail")).isNull();
    assertThat(places.held()).containsExactly("other");
  }

  @Test
  void whatWasPutBackTakesThePlaceNotBack() {
    places.fromFront("other", letters(500));
    places.fromFront("other", letters(3));

    assertThat(places.after("other")).isEqualTo(500 + Places.LONG - 1);
  }

  @Test
  void aShortLineHasNoPlace() {
    places.fromFront("other", letters(5));
    places.fromFront("other", letters(40).subList(1, Places.LONG));
    places.further("other", List.of(9L));

    assertThat(places.after("other")).isNull();
    assertThat(places.held()).isEmpty();
  }

  /** As many as make a line long, from this one on. */
  private static List<Long> letters(long first) {
    return LongStream.range(first, first + Places.LONG).boxed().toList();
  }
}
