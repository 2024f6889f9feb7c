package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Why did Mrs X get no letter?" begins with finding her letters as everywhere else. */
@CoreTest
class LetterSearchTest {

  private static final LetterFilter ALL = LetterFilter.of(null, null, null, null);

  @Autowired Letters letters;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private long hers;

  @BeforeEach
  void hersAndOthers() {
    ALetter.in(jdbc).named("Otto Lind").to("otto@example.org").planned();
    hers = ALetter.in(jdbc).named("Xenia Maas").to("xenia@example.org").planned();
    ALetter.in(jdbc).named("Bert Roth").to("bert@example.org").planned();
    set("ref = 'X-7', phone = '+49 30 1234567', phone_e164 = '+49301234567'");
    jdbc.sql(
            """
            insert into customer_alias (source, number, customer_id)
            select 'shop', 'S-7', customer_id from letter where id = ?
            """)
        .param(hers)
        .update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"maas", " Xenia M", "xenia@example.org", "x-7", "s-7", "030 1234567", "1234567"})
  void nameAddressAndNumbersFindHerLetters(String words) {
    var filter = ALL.searching(words);
    var manager = stories.manager();
    assertThat(listed(filter, manager)).containsExactly(hers);
    assertThat(letters.count(filter, manager)).isOne();
    var exported = new ArrayList<Long>();
    letters.export(filter, manager, row -> exported.add(row.id().value()));
    assertThat(exported).containsExactly(hers);
  }

  @Test
  void aRepFindsThoseOfHisCustomersAlone() {
    var anna = stories.rep("anna");
    var filter = ALL.searching("maas");
    assertThat(listed(filter, anna)).isEmpty();
    assertThat(letters.count(filter, anna)).isZero();
    set("owner_id = " + anna.member());
    assertThat(listed(filter, anna)).containsExactly(hers);
    assertThat(letters.count(filter, anna)).isOne();
  }

  @Test
  void aRecordThatBecameAnothersFindsItsLetters() {
    var former = stories.aCustomer("OLD-1").named("Frau Xantippe").save();
    jdbc.sql(
            "update customer set merged_into = (select customer_id from letter where id = ?) where id = ?")
        .params(hers, former.value())
        .update();
    assertThat(listed(ALL.searching("xantippe"), stories.manager())).containsExactly(hers);
  }

  @Test
  void theNextPageIsOfTheSameWords() {
    long second = ALetter.in(jdbc).named("Maas & Sons").to("sons@example.org").planned();
    var filter = LetterFilter.of("planned", null, null, null).searching("maas");
    var first = letters.list(filter, null, 1, stories.manager());
    assertThat(first.items()).extracting(row -> row.id().value()).containsExactly(second);
    var rest = letters.list(filter, first.next(), 1, stories.manager());
    assertThat(rest.items()).extracting(row -> row.id().value()).containsExactly(hers);
    assertThat(rest.next()).isNull();
  }

  private void set(String what) {
    jdbc.sql(
            "update customer set "
                + what
                + " where id = (select customer_id from letter where id = ?)")
        .param(hers)
        .update();
  }

  private List<Long> listed(LetterFilter filter, Actor actor) {
    return letters.list(filter, null, actor).items().stream().map(row -> row.id().value()).toList();
  }
}
