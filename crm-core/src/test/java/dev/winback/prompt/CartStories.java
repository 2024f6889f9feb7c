package dev.winback.prompt;

import dev.winback.letter.Mode;
import dev.winback.testing.CoreTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer whose cart was filled now, while all three reminders are live. */
@CoreTest
abstract class CartStories {

  static final String AT_ONCE = "A/cart-at-once";
  static final String NEXT_DAY = "A/cart-next-day";
  static final String LAST = "A/cart-last";

  @Autowired PromptStories stories;
  @Autowired Prompts prompts;
  @Autowired CartReminders reminders;

  Instant filled;

  @BeforeEach
  void aCartOfABuyer() {
    stories.buyer("A", 20);
    stories.carts(Mode.LIVE);
    filled = stories.clock.instant();
    stories.cart("A", "c1", filled);
  }

  void work() {
    prompts.work();
    prompts.work();
  }

  void workAfter(Duration idle) {
    stories.clock.set(filled.plus(idle));
    work();
  }
}
