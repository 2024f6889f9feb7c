package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** hold.md, T61: an administrator finds each kind of act under its own name. */
class AuditKindTest {

  private static final String EACH =
      """
      login,             member,         LOGIN
      denied,            customer,       DENIAL
      customer.read,     customer,       READ
      export,            list,           EXPORT
      offer.approved,    offer,          OFFER
      lapse.assigned,    lapse,          ASSIGNMENT
      customer.merged,   customer,       MERGE
      customer.erased,   customer,       ERASURE
      member.hired,      member,         MEMBER
      script.saved,      script,         TEMPLATE
      rewrite,           rung,           TEMPLATE
      mode,              rung,           SETTING
      limits-changed,    limits,         SETTING
      lapse.decided,     lapse,          ACT
      """;

  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void anActIsOfTheKindThatItIsLookedForUnder(String action, String subject, AuditKind kind) {
    assertThat(AuditKind.of(action, subject)).isEqualTo(kind);
  }

  @Test
  void noKindIsLeftOut() {
    Stream<String> named = EACH.lines().map(line -> line.substring(line.lastIndexOf(' ') + 1));
    assertThat(Arrays.stream(AuditKind.values()).map(Enum::name)).isSubsetOf(named.toList());
  }
}
