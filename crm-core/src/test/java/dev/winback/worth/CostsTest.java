package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPS-06, DEC-12: what winning back costs is a setting with its history. */
class CostsTest extends WorthStories {

  private static CostSettings settings(
      String margin, String hour, int minutes, @Nullable String salary) {
    return new CostSettings(
        new BigDecimal(margin),
        new BigDecimal(hour),
        new BigDecimal("0.05"),
        minutes,
        salary == null ? null : new BigDecimal(salary),
        null);
  }

  @Test
  void aChangeIsKeptAndTheSameAgainIsNone() {
    int before = costs.history(100, manager).size();
    costs.change(settings("35", "40", 15, "3000"), manager);
    costs.change(settings("35.00", "40.0", 15, "3000.00"), manager);
    assertThat(costs.history(100, manager)).hasSize(before + 1);
    assertThat(costs.settings().salary()).isEqualByComparingTo("3000");
  }

  @ParameterizedTest
  @CsvSource({
    "0.01,0,1,1,true", "0,0,1,1,false", "100,0,1,1,true", "100.01,0,1,1,false",
    "30,10000,480,1,true", "30,10000.01,480,1,false", "30,30,481,1,false", "30,30,0,1,false",
    "30,30,20,0.99,false"
  })
  void eachFigureHasItsRange(String margin, String hour, int minutes, String salary, boolean fits) {
    var wanted = settings(margin, hour, minutes, salary);
    if (fits) {
      costs.change(wanted, manager);
    } else {
      assertThatThrownBy(() -> costs.change(wanted, manager)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aRepChangesNothing() {
    assertThatThrownBy(() -> costs.change(settings("35", "40", 15, null), rep))
        .isInstanceOf(NotAllowed.class);
  }
}
