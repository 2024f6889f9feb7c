package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** rules.md, "People" (API keys); hold.md 5.2 (hashed keys with scopes, expiry, last used). */
@CoreTest
class ApiKeysTest {

  @Autowired ApiKeys keys;
  @Autowired Memberships members;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void aKeyStandsForItsMemberWithinItsScopesAndItsSecretIsNowhere() {
    var manager = stories.manager();
    var made = make(manager, "read");
    assertThat(made.token()).matches("wb_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    var known = keys.recognise(made.token()).orElseThrow();
    assertThat(known.login()).isEqualTo("manager");
    assertThat(known.key().scopes()).containsExactly(Scope.READ);
    var secret = made.token().substring(12);
    assertThat(
            jdbc.sql("select k::text || a::text from api_key k, audit a")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(row -> row.contains(secret));
  }

  @Test
  void twoKeysShareNothing() {
    var tokens = new HashSet<String>();
    for (int i = 0; i < 50; i++) {
      tokens.add(make(stories.manager(), "read").token().substring(3, 11));
    }
    assertThat(tokens).hasSize(50);
  }

  @Test
  void aWrongAnUnknownARevokedAndAnExpiredKeyAreNobody() {
    var manager = stories.manager();
    var right = make(manager, "read").token();
    var last = right.charAt(right.length() - 2) == 'A' ? 'B' : 'A';
    assertThat(keys.recognise(right.substring(0, right.length() - 2) + last + right.charAt(54)))
        .isEmpty();
    assertThat(keys.recognise("wb_" + "zzzzzzzz" + right.substring(11))).isEmpty();
    assertThat(keys.recognise("wb_" + right.substring(3, 11) + "_")).isEmpty();
    assertThat(keys.recognise("")).isEmpty();
    keys.revoke(idOf(right), manager);
    assertThat(keys.recognise(right)).isEmpty();
  }

  @Test
  void aKeyWorksOnItsLastDayAndNotOnTheNext() {
    var key = keys.make(entry("shop", clock.today().plusDays(1), "read"), stories.manager());
    clock.setDay(clock.today().plusDays(1));
    assertThat(keys.recognise(key.token())).isPresent();
    clock.setDay(clock.today().plusDays(1));
    assertThat(keys.recognise(key.token())).isEmpty();
    assertThatThrownBy(
            () -> keys.make(entry("x", clock.today().minusDays(1), "read"), stories.manager()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aKeyDiesWithItsMemberAndLivesAgainWithHim() {
    var ann = stories.rep("ann");
    var token = make(ann, "work").token();
    members.retire(ann.id(), stories.admin());
    assertThat(keys.recognise(token)).isEmpty();
    assertThat(keys.all(stories.admin())).extracting(KeyRow::state).containsExactly("retired");
    members.takeBack(ann.id(), stories.admin());
    assertThat(keys.recognise(token)).isPresent();
  }

  @Test
  void aRevocationIsTakenBackWithinSixtySecondsAndNotAfter() {
    var manager = stories.manager();
    var token = make(manager, "read").token();
    keys.revoke(idOf(token), manager);
    keys.revoke(idOf(token), manager);
    clock.forward(Duration.ofSeconds(60));
    keys.restore(idOf(token), manager);
    keys.restore(idOf(token), manager);
    assertThat(keys.recognise(token)).isPresent();
    keys.revoke(idOf(token), manager);
    clock.forward(Duration.ofSeconds(61));
    assertThatThrownBy(() -> keys.restore(idOf(token), manager)).isInstanceOf(Refused.class);
    assertThat(keys.recognise(token)).isEmpty();
    assertThat(jdbc.sql("select action from audit order by id").query(String.class).list())
        .containsExactly("key.made", "key.revoked", "key.restored", "key.revoked");
  }

  @Test
  void aMemberSeesAndRevokesHisOwnKeysAndAnAdministratorAll() {
    var token = make(stories.rep("ann"), "read").token();
    make(stories.manager(), "read");
    assertThat(keys.all(stories.rep("ann"))).hasSize(1);
    assertThat(keys.all(stories.admin())).hasSize(2);
    assertThatThrownBy(() -> keys.revoke(idOf(token), stories.manager()))
        .isInstanceOf(NotFound.class);
    assertThat(keys.revoke(idOf(token), stories.admin())).isEqualTo("shop");
  }

  @Test
  void aScopeThatTheRoleCannotUseIsRefusedAndSoIsNone() {
    assertThatThrownBy(() -> make(stories.rep("ann"), "facts"))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("scopes"));
    assertThatThrownBy(() -> make(stories.marketing(), "work")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> make(stories.marketing(), "admin")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> make(stories.admin(), "everything")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> make(stories.admin())).isInstanceOf(Refused.class);
    assertThat(jdbc.sql("select count(*) from api_key").query(Long.class).single()).isZero();
  }

  @Test
  void aKeyNeverDoesMoreThanItsMemberAndAReadingOneChangesNothing() {
    var rep = stories.rep("ann");
    var all = rep.by(new Actor.Key(1, java.util.Set.of(Scope.ADMIN)));
    for (var permission : Permission.values()) {
      assertThat(all.may(permission)).as("%s", permission).isEqualTo(rep.may(permission));
    }
    var admin = stories.admin();
    var reads = admin.by(new Actor.Key(1, java.util.Set.of(Scope.READ)));
    assertThatThrownBy(() -> reads.require(Permission.IMPORT))
        .isInstanceOfSatisfying(
            MissingScope.class, e -> assertThat(e.scope()).isEqualTo(Scope.FACTS));
    assertThatThrownBy(() -> reads.require(Permission.DECIDE))
        .as("the role comes first")
        .isInstanceOf(NotAllowed.class)
        .isNotInstanceOf(MissingScope.class);
    assertThat(reads.may(Permission.SEE_ALL_CUSTOMERS)).isTrue();
    assertThat(reads.may(Permission.ADMINISTER)).isFalse();
  }

  @Test
  void theLastUseIsWrittenAtMostOnceAMinute() {
    var token = make(stories.manager(), "read").token();
    keys.recognise(token);
    var first = lastUsed();
    clock.forward(Duration.ofSeconds(60));
    keys.recognise(token);
    assertThat(lastUsed()).isEqualTo(first);
    clock.forward(Duration.ofSeconds(1));
    keys.recognise(token);
    assertThat(lastUsed()).isNotEqualTo(first);
  }

  private String lastUsed() {
    return jdbc.sql("select last_used_at::text from api_key").query(String.class).single();
  }

  private MadeKey make(Actor actor, String... scopes) {
    return keys.make(entry("shop", null, scopes), actor);
  }

  private static NewKey entry(String name, @Nullable LocalDate until, String... scopes) {
    return new NewKey(name, List.of(scopes), until);
  }

  private long idOf(String token) {
    return jdbc.sql("select id from api_key where prefix = :prefix")
        .param("prefix", token.substring(3, 11))
        .query(Long.class)
        .single();
  }
}
