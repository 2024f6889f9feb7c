package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class StaffTest {

  @Autowired Staff staff;

  @Test
  void theAdministratorIsSetUpOnce() {
    assertThat(staff.hasAdministrator()).isFalse();
    staff.setUpAdministrator("a long password");
    assertThat(staff.actor("admin").role()).isEqualTo(Role.ADMIN);
    assertThatThrownBy(() -> staff.setUpAdministrator("another password"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aPasswordOfElevenCharactersIsRefusedAndOneOfTwelveIsNot() {
    assertThatThrownBy(() -> staff.setUpAdministrator("x".repeat(11))).isInstanceOf(Refused.class);
    staff.setUpAdministrator("x".repeat(12));
    assertThat(staff.hasAdministrator()).isTrue();
  }

  /** Another hash ends his sessions. */
  @Test
  void aStartWithTheSamePasswordKeepsItsHashAndOneWithAnotherDoesNot() {
    staff.resetAdministrator("a long password");
    var first = hash();
    staff.resetAdministrator("a long password");
    assertThat(hash()).isEqualTo(first);
    staff.resetAdministrator("another password");
    assertThat(hash()).isNotEqualTo(first);
  }

  private String hash() {
    return staff.login("admin").orElseThrow().passwordHash();
  }

  @Test
  void aLoginIsTakenWhateverItsCase() {
    staff.hire("Anna", "Anna Weber", null, Role.REP, "demo");
    assertThatThrownBy(() -> staff.hire("anna", "Another", null, Role.REP, "demo"))
        .isInstanceOf(Refused.class);
  }
}
