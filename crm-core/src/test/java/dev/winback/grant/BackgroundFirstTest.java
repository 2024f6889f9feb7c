package dev.winback.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.why.Backgrounds;
import dev.winback.why.Looked;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UND-01: nobody offers anything for a loss before somebody has looked at its background. */
class BackgroundFirstTest extends GrantStories {

  @Autowired Backgrounds backgrounds;

  private void offers(String background) {
    var told = Map.of("kind", "discount", "percent", "5", "background", background);
    grants.offer(lapse, OfferEntry.of(told), rep);
  }

  @Test
  void withoutItNothingIsOfferedAndNothingAskedFor() {
    for (var background : new String[] {"", "false"}) {
      assertThatThrownBy(() -> offers(background))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.field()).isEqualTo("background"));
    }
    backgrounds.look(lapse, new Looked(true, false, true, null), rep);
    assertThatThrownBy(() -> offers("")).isInstanceOf(Refused.class);
    assertThat(lists.of(lapse, manager)).isEmpty();
  }

  @Test
  void onePressDoesBoth() {
    offers("true");
    assertThat(lists.of(lapse, manager)).hasSize(1);
    assertThat(backgrounds.done(lapse)).isTrue();
  }

  @Test
  void whateverSomebodyLookedAtBeforeIsNotAskedForAgain() {
    backgrounds.look(lapse, Looked.ALL, manager);
    offers("");
    assertThat(lists.of(lapse, manager)).hasSize(1);
  }
}
