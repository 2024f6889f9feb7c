package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winback.shared.Outdated;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * I19: whoever comes second is told who was quicker, also of what is set elsewhere or by itself.
 */
@CoreTest
class ChangedMeanwhileTest {

  @Autowired Ladder ladder;
  @Autowired RungLoads loads;
  @Autowired LadderStories stories;
  @Autowired Stories people;

  private Object told() {
    var late = new RungEdit(95, 10, 30, 0, 0L);
    var refused =
        catchThrowableOfType(Outdated.class, () -> ladder.edit(1, late, stories.marketing()));
    assertThat(refused).isNotNull();
    return refused.sentence().figures().get(1);
  }

  @Test
  void aCapThatSomebodyElseSetIsHis() {
    ladder.edit(1, new RungEdit(91, 10, 30, 0, null), stories.marketing());
    var caps = new HashMap<Integer, @Nullable Integer>(Map.of(1, 50));
    loads.cap(caps, people.manager());
    assertThat(told())
        .isEqualTo(stories.one("select name from member where role = 'MANAGER'", String.class));
  }

  /**
   * The program stopped it: that is nobody's change, and not the one of whoever changed it before.
   */
  @Test
  void whatTheProgramDidIsNobodys() {
    ladder.edit(1, new RungEdit(91, 10, 30, 0, null), stories.marketing());
    stories.execute("update rung set version = version + 1 where number = 1");
    stories.execute(
        "insert into audit (kind, action, subject, subject_id, detail)"
            + " select kind, 'pause', subject, subject_id, '{}' from audit where subject = 'rung' and action = 'edit'");
    assertThat(told()).isEqualTo("");
  }
}
