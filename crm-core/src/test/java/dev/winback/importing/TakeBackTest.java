package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.category.Categories;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.Handovers;
import dev.winback.lapse.Transfer;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Refused;
import dev.winback.shared.Staging;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * I18: a run is taken back as a whole; what others changed since stays and is told; loaded again it
 * is as if it had been loaded once.
 */
@CoreTest
class TakeBackTest {

  private static final String CUSTOMERS =
      """
      customer,name,email,city
      1,Anna,anna@example.org,Lyon
      2,Bert,bert@example.org,Metz
      """;

  private static final String PURCHASES =
      """
      purchase,customer,time,amount,status
      a,1,2026-01-01,10,paid
      b,2,2026-02-01,20,paid
      c,3,2026-03-01,30,paid
      """;

  private static final String CORRECTED =
      """
      purchase,customer,time,amount,status
      a,1,2026-01-01,11,paid
      b,1,2026-02-01,20,paid
      d,4,2026-04-01,40,paid
      """;

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired ImportHistory history;
  @Autowired Dump dump;
  @Autowired Categories categories;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired Kinds kinds;
  @Autowired Handovers handovers;
  @Autowired ValueReading reading;
  @Autowired TransactionTemplate tx;

  @Test
  void whatARunAddedGoesWithTheCustomersThatItBrought() {
    loading.load(CUSTOMERS);
    var before = dump.everything();
    var run = loading.load(PURCHASES);
    assertThat(dump.everything()).isNotEqualTo(before);
    var back = takeBack(run);
    assertThat(back.state()).isEqualTo(ImportRun.State.TAKEN_BACK);
    assertThat(back.undone().taken()).isEqualTo(4);
    assertThat(back.undone().kept()).isZero();
    assertThat(dump.everything()).isEqualTo(before);
  }

  /** What is told of a run is told of each kind of row, customers alone too. */
  @Test
  void customersThatGoAreCounted() {
    assertThat(takeBack(loading.load(CUSTOMERS)).undone().taken()).isEqualTo(2);
  }

  @Test
  void categoriesOfANightInBetweenHoldNobody() {
    loading.load(CUSTOMERS);
    var run = loading.load(PURCHASES);
    categories.settle(categories.collect(LocalDate.of(2026, 6, 1)));
    assertThat(count("customer_category")).isEqualTo(3);
    assertThat(count("vip_member")).isPositive();
    takeBack(run);
    assertThat(count("customer")).as("1 and 2 were there before").isEqualTo(2);
    categories.settle(categories.collect(LocalDate.of(2026, 6, 1)));
    assertThat(count("customer_category") + count("vip_member") + count("vip_move")).isZero();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  /** I3 keeps its own words for a purchase that was told late: here none was told. */
  @Test
  void aLossThatRestedOnARunEndsWithThatReason() {
    var run = loading.load(PURCHASES);
    nightly.run(MovableClock.START);
    assertThat(closed()).containsExactly("LATE null");
    takeBack(run);
    assertThat(closed()).containsExactly("FALSE_ALARM purchases-gone");
  }

  private List<String> closed() {
    return jdbc.sql("select distinct stage || ' ' || coalesce(close_reason, 'null') from lapse")
        .query(String.class)
        .list();
  }

  @Test
  void whatARunCorrectedIsAgainWhatItWasAlsoForTheCustomerItWasTakenFrom() {
    loading.load(CUSTOMERS);
    loading.load(PURCHASES);
    var before = dump.everything();
    takeBack(loading.load(CORRECTED));
    assertThat(dump.everything()).isEqualTo(before);
    assertThat(silence("2")).isEqualTo("2026-02-01 1");
    assertThat(silence("1")).isEqualTo("2026-01-01 1");
  }

  @Test
  void whatARunToldOfCustomersIsAgainWhatItWas() {
    loading.load(CUSTOMERS);
    var before = dump.everything();
    takeBack(loading.load("customer,city,shoe\n1,Nice,38\n9,Oslo,40\n"));
    assertThat(dump.everything()).isEqualTo(before);
  }

  @Test
  void takenBackAndLoadedAgainIsAsIfLoadedOnce() {
    loading.load(CUSTOMERS);
    loading.load(PURCHASES);
    var run = loading.load(CORRECTED);
    var once = dump.everything();
    takeBack(run);
    var again = loading.finished(imports.loadAgain(run.id(), loading.manager()));
    assertThat(again.created()).isEqualTo(run.created());
    assertThat(again.changed()).isEqualTo(run.changed());
    assertThat(dump.everything()).isEqualTo(once);
  }

  @Test
  void whatAnotherRunChangedSinceStaysAndIsTold() {
    var run = loading.load(PURCHASES);
    var later = loading.load(CORRECTED);
    var after = dump.everything();
    var back = takeBack(run);
    assertThat(back.undone().kept()).isEqualTo(4);
    assertThat(history.kept(run.id(), loading.manager()))
        .extracting(KeptRow::kind, KeptRow::number, KeptRow::byRun)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("purchase", "a", later.id()),
            org.assertj.core.groups.Tuple.tuple("purchase", "b", later.id()),
            org.assertj.core.groups.Tuple.tuple("customer", "1", null),
            org.assertj.core.groups.Tuple.tuple("customer", "2", null));
    assertThat(refs()).containsExactly("1", "2", "4");
    assertThat(dump.everything()).isSubsetOf(after);
  }

  @Test
  void theNumbersThatARunToldGoWithIt() {
    loading.load(CUSTOMERS);
    var before = dump.everything();
    var run =
        loading.load("customer,city,aliases\n1,Nice,shopify=77; old=1-old\n3,Oslo,old=3-old\n");
    assertThat(aliases()).containsExactly("1-old", "3-old", "shopify-77");
    takeBack(run);
    assertThat(aliases()).isEmpty();
    assertThat(dump.everything()).isEqualTo(before);
    loading.load("source,request,customer,time\nold,r-1,1-old,2026-01-01\n");
    assertThat(refs()).containsExactly("1", "1-old", "2");
  }

  @Test
  void aMadeNumberComesBackWithTheRunThatReplacedIt() {
    var made = shopOrder("s-1");
    var before = dump.everything();
    var run = loading.load("customer,name,email\nK-5,Anna,anna@example.org\n");
    assertThat(refs()).containsExactly("K-5");
    assertThat(aliases()).containsExactly(made);
    takeBack(run);
    assertThat(refs()).containsExactly(made);
    assertThat(aliases()).isEmpty();
    assertThat(dump.everything()).isEqualTo(before);
    shopOrder("s-2");
    assertThat(refs()).containsExactly(made);
  }

  /** Of a buyer who is known by his address alone; his made number. */
  private String shopOrder(String id) {
    var made = dev.winback.customer.MadeNumber.ofMail("anna@example.org");
    loading.load("customer,email\n" + made + ",anna@example.org\n");
    loading.load(
        "purchase,customer,time,amount,status\n%s,%s,2026-01-01,10,paid\n".formatted(id, made));
    return made;
  }

  @Test
  void anImportOnItsWayKeepsTheCustomerWhoseNumberIsTakenBack() {
    var made = shopOrder("s-1");
    var run = loading.load("customer,name,email\nK-5,Anna,anna@example.org\n");
    long other =
        jdbc.sql(
                """
                insert into import_run (file_name, state, member_id)
                select file_name, 'running', member_id from import_run where id = :id
                returning id
                """)
            .param("id", run.id())
            .query(Long.class)
            .single();
    var staging = Staging.ofRun(other);
    var kind = kinds.of(ImportType.PURCHASES);
    tx.executeWithoutResult(status -> kind.intake().open(staging));
    kind.ready(
            new Cells(
                2,
                Map.of("purchase", 0, "customer", 1, "time", 2, "amount", 3),
                List.of("s-2", made, "2026-02-01", "20")),
            reading.values(Notation.OURS))
        .run();
    var rows = kind.taken(staging);
    tx.executeWithoutResult(status -> rows.run());
    tx.executeWithoutResult(status -> kind.intake().settle(staging));
    takeBack(run);
    tx.executeWithoutResult(status -> kind.intake().merge(staging, 0, other));
    tx.executeWithoutResult(status -> kind.intake().drop(staging));
    assertThat(refs()).containsExactly(made);
    assertThat(silence(made)).isEqualTo("2026-02-01 2");
  }

  private List<String> aliases() {
    return jdbc.sql("select number from customer_alias order by number").query(String.class).list();
  }

  @Test
  void whatARunToldDoesNotComeBackWithTheOneThatOverwroteIt() {
    loading.load(CUSTOMERS);
    var before = dump.everything();
    var first = loading.load(PURCHASES);
    var told = loading.load("customer,name,city\n1,Annette,Nice\n5,Eva,Rome\n");
    var second = loading.load(CORRECTED);
    var third = loading.load("customer,name,city\n1,Annie,Oslo\n5,Ewa,Riga\n");
    var fourth = loading.load(CORRECTED.replace(",11,", ",12,"));
    takeBack(first);
    takeBack(told);
    takeBack(second);
    takeBack(third);
    assertThat(takeBack(fourth).undone().kept()).isZero();
    assertThat(dump.everything()).isEqualTo(before);
  }

  @Test
  void whatAnotherRunToldInBetweenIsThereAgain() {
    var first = loading.load(PURCHASES);
    loading.load(CORRECTED);
    takeBack(first);
    var between = dump.everything();
    takeBack(loading.load(CORRECTED.replace(",11,", ",12,")));
    assertThat(dump.everything()).isEqualTo(between);
  }

  /** I21: neither what a call said nor who was given the customer is undone by a file. */
  @Test
  void whatACallAndAHandoverChangedSinceStays() {
    loading.load(CUSTOMERS);
    var heir = stories.rep("heir");
    var run = loading.load("customer,city\n1,Nice\n2,Oslo\n");
    loading.load("customer,time,channel,result\n1,2026-05-30,phone,never_contact\n");
    var to = new Transfer(List.of(), List.of(customer("2")), "heir", "a better fit", null);
    handovers.transfer(to, loading.manager());
    assertThat(takeBack(run).undone().kept()).isEqualTo(2);
    assertThat(one("select status from customer where ref = '1'")).isEqualTo("never_contact");
    assertThat(one("select owner_id::text from customer where ref = '2'"))
        .isEqualTo("" + heir.member());
  }

  @Test
  void whoIsGoneByAContactStaysSoAsLongAsItTellsIt() {
    loading.load(CUSTOMERS);
    var run = loading.load("customer,city\n1,Nice\n");
    var gone = loading.load("customer,time,channel,result\n1,2026-05-30,phone,person_gone\n");
    takeBack(run);
    assertThat(one("select city || ' ' || status from customer where ref = '1'"))
        .isEqualTo("Lyon left");
    takeBack(gone);
    assertThat(one("select status from customer where ref = '1'")).isEqualTo("active");
  }

  private CustomerId customer(String ref) {
    return new CustomerId(
        Long.parseLong(one("select id::text from customer where ref = '" + ref + "'")));
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  @Test
  void aSecondTimeChangesNothing() {
    var run = loading.load(PURCHASES);
    takeBack(run);
    var before = dump.everything();
    assertThat(takeBack(run).undone().taken()).isEqualTo(6);
    assertThat(dump.everything()).isEqualTo(before).isEmpty();
  }

  @Test
  void aKilledNodesSuccessorGoesOnTakingBack() throws java.io.IOException {
    var run = loading.load(PURCHASES);
    jdbc.sql(
            """
            update import_run set state = 'running', phase = 'taking-back', node = null, steps = 3, steps_done = 2
            where id = :id
            """)
        .param("id", run.id())
        .update();
    uploads.remove(run.id());
    workers.takeOverLost();
    assertThat(loading.finished(run.id()).state()).isEqualTo(ImportRun.State.TAKEN_BACK);
    assertThat(refs()).containsExactly("1");
  }

  @Autowired Uploads uploads;
  @Autowired Workers workers;

  @Test
  void aDryRunHasNothingToTakeBack() {
    var dry = loading.tryOut(PURCHASES);
    assertThatThrownBy(() -> imports.takeBack(dry.id(), loading.manager()))
        .isInstanceOf(Refused.class);
    var rep = stories.rep("rep");
    var real = loading.load(PURCHASES);
    assertThatThrownBy(() -> imports.takeBack(real.id(), rep)).isInstanceOf(NotAllowed.class);
    assertThat(imports.run(real.id(), loading.manager()).state()).isEqualTo(ImportRun.State.DONE);
  }

  private ImportRun takeBack(ImportRun run) {
    imports.takeBack(run.id(), loading.manager());
    return loading.finished(run.id());
  }

  private List<String> refs() {
    return jdbc.sql("select ref from customer order by ref").query(String.class).list();
  }

  private String silence(String ref) {
    return jdbc.sql(
            """
            select (max(purchased_at) at time zone 'Europe/Berlin')::date || ' ' || count(*)
            from purchase p join customer c on c.id = p.customer_id where c.ref = :ref
            """)
        .param("ref", ref)
        .query(String.class)
        .single();
  }
}
