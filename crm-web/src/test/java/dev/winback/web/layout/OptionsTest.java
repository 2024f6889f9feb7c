package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.MemberId;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Role;
import dev.winback.staff.Seniority;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Choices of long selects are what a template would make of each. */
@WebTest
class OptionsTest {

  private static final MemberRow REP = member("\"r\"", "Ann <b> & Co", Role.REP);
  private static final MemberRow MANAGER = member("m", "Bob", Role.MANAGER);

  @Autowired Options options;

  @Test
  void wordsAreEscapedAndOneIsChosen() {
    assertThat(options.members(List.of(REP, MANAGER), "m"))
        .isEqualTo(
            "<option value=\"&quot;r&quot;\">Ann &lt;b&gt; &amp; Co</option>"
                + "<option value=\"m\" selected=\"selected\">Bob</option>");
    assertThat(options.members(List.of(MANAGER), null))
        .isEqualTo("<option value=\"m\">Bob</option>");
  }

  @Test
  void aLossIsGivenToRepsAlone() {
    assertThat(options.reps(List.of(MANAGER, REP))).contains("Ann").doesNotContain("Bob");
  }

  @Test
  void codesAreToldInWords() {
    assertThat(options.stages("lost"))
        .startsWith("<option value=\"late\">Late</option>")
        .contains("<option value=\"lost\" selected=\"selected\">Lost</option>");
  }

  private static MemberRow member(String login, String name, Role role) {
    return new MemberRow(
        new MemberId(1), login, name, null, role, true, Seniority.values()[0], 12, null, null);
  }
}
