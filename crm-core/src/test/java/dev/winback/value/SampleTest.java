package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On whom the models are fitted: at most 30,000 customers, tomorrow the same as today. */
@CoreTest
class SampleTest {

  @Autowired Sample sample;
  @Autowired Stories stories;

  @Test
  void aHalfIsDrawnUntilThereAreFewEnough() {
    assertThat(Sample.share(0)).isEqualTo(1);
    assertThat(Sample.share(30_000)).isEqualTo(1);
    assertThat(Sample.share(30_001)).isEqualTo(0.5);
    assertThat(Sample.share(60_001)).isEqualTo(0.25);
    assertThat(Sample.share(1_000_000)).isEqualTo(1 / 64.0);
  }

  @Test
  void aShareIsAlwaysTheSameCustomersAndAPartOfTheLargerOne() {
    for (int i = 0; i < 200; i++) {
      stories.aCustomer("K-" + i).silentFor(i).save();
    }
    stories.aCustomer("never").neverBought().save();
    var all = drawn(1);
    var half = drawn(0.5);
    var quarter = drawn(0.25);
    assertThat(all).hasSize(200);
    assertThat(half).hasSizeBetween(70, 130).isEqualTo(drawn(0.5));
    assertThat(quarter).hasSizeBetween(25, 75);
    assertThat(half).containsAll(quarter);
    assertThat(all).containsAll(half);
  }

  /** Each customer has an age of his own, so it tells him apart. */
  private List<Double> drawn(double share) {
    return sample.draw(share, MovableClock.START).stream()
        .map(s -> s.days().until(MovableClock.START).age())
        .toList();
  }
}
