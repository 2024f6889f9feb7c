package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A column that is there twice stops a file only when somebody reads it. */
@CoreTest
class DoubledColumnsTest {

  @Autowired Loading loading;
  @Autowired ImportHistory history;

  @Test
  void whatNobodyReadsMayBeThereOftenAndIsNamed() {
    var run =
        loading.load(
            "customer,colour,purchase,Colour,time,amount,colour\n1,a,p-1,b,2026-05-01,12.50,c\n");
    assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(run.created()).isEqualTo(1);
    assertThat(history.warning(run.id(), loading.manager()).unread())
        .containsExactly("colour", "Colour", "colour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer,purchase,time,amount,amount\n1,p,2026-05-01,1,2\n",
        "customer,purchase,time,amount,Time\n1,p,2026-05-01,1,2026-05-02\n",
        "customer,name,note,note\n1,A,b,c\n"
      })
  void whatIsReadOrKeptIsGuessedByNobody(String file) {
    var run = loading.load(file);
    assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
    assertThat(String.valueOf(run.failure())).contains("column-twice");
  }

  @Test
  void aFileThatNobodyKnowsIsShownToAPersonWithBoth() {
    assertThat(loading.load("who,when,who\n1,2026-05-01,2\n").state())
        .isEqualTo(ImportRun.State.WAITING);
  }
}
