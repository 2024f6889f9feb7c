package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.Person;
import dev.winback.customer.Persons;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** UND-24, UND-25: at a firm we deal with a person; DET-23: who left is no longer asked for. */
@CoreTest
class PersonsTest {

  private static final String FILE =
      """
      customer,person,first_name,last_name,role,email,phone,main,left_on,birthday,children,hobbies,gifts,holidays,note
      K-1,1,Ann,Bee,Purchasing,Ann@EXAMPLE.org,030 901820,yes,,1980-05-04,Tim (8),sailing,tea,7 December,mornings
      K-1,2,Ben,Cee,Accounts,,,no,,,,,,,
      """;

  @Autowired PersonCorrections corrections;
  @Autowired Persons persons;
  @Autowired Customers customers;
  @Autowired Loading loading;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private Actor rep;

  @BeforeEach
  void start() {
    manager = stories.manager();
    rep = stories.rep("ann");
    stories.rep("bob");
    stories.aCustomer("K-1").named("Bolt Ltd").ownedBy(rep).silentFor(121).save();
  }

  private List<Person> all() {
    return persons.of(customers.require("K-1"), manager);
  }

  private String names() {
    return String.join(
        " ",
        all().stream()
            .map(p -> p.firstName() + (p.main() ? "*" : "") + (p.gone() ? "-" : ""))
            .toList());
  }

  private String contact() {
    return jdbc.sql(
            "select coalesce(k.first_name, '?') || ' ' || k.missing from contact_person k join customer c on c.id = k.customer_id where c.ref = 'K-1'")
        .query(String.class)
        .single();
  }

  private long history() {
    return jdbc.sql("select count(*) from fact_history where fact = 'person'")
        .query(Long.class)
        .single();
  }

  @Test
  void aFileTellsThemAndTheSameFileAgainChangesNothing() {
    var run = loading.load(FILE);
    assertThat(loading.problems(run)).isEmpty();
    assertThat(run.created()).isEqualTo(2);
    assertThat(all().get(0))
        .extracting(Person::email, Person::phoneE164, Person::children, Person::gifts, Person::main)
        .containsExactly("Ann@example.org", "+4930901820", "Tim (8)", "tea", true);
    assertThat(names()).isEqualTo("Ann* Ben");

    assertThat(loading.load(FILE))
        .extracting(ImportRun::created, ImportRun::changed)
        .containsExactly(0L, 0L);
    assertThat(loading.load(FILE.replace("Accounts", "Sales")))
        .extracting(ImportRun::changed)
        .isEqualTo(1L);
    assertThat(history()).isEqualTo(1);
  }

  @Test
  void aRowWithoutIdIsKnownByTheName() {
    loading.load("customer,first_name,last_name,gifts\nK-1,Ann,Bee,tea\n");
    loading.load("customer,first_name,last_name,gifts\nK-1,ann,bee,wine\n");
    assertThat(all()).extracting(Person::gifts).containsExactly("wine");
    var run = loading.load("customer,last_name,gifts,email\nK-1,,tea,\nK-1,Dee,tea,none\n");
    assertThat(loading.problems(run)).containsExactly("2 last_name required", "3 email email");
  }

  @Test
  void thereIsOneMainPerson() {
    loading.load(FILE);
    var ben = all().get(1).id();
    corrections.change("K-1", ben, Map.of("main", "yes"), null, rep);
    assertThat(names()).isEqualTo("Ben* Ann");
    assertThat(contact()).isEqualTo("Ben false");
    corrections.change("K-1", ben, Map.of("main", "yes"), null, rep);
    assertThat(names()).isEqualTo("Ben* Ann");
  }

  @Test
  void whoLeftIsNotGreetedAnyMore() {
    loading.load(FILE);
    var ann = all().get(0).id();
    corrections.leave("K-1", ann, rep);
    assertThat(names()).isEqualTo("Ben Ann-");
    assertThat(contact()).isEqualTo("Ben false");
    corrections.leave("K-1", all().get(0).id(), rep);
    assertThat(contact()).isEqualTo("? true");
    assertThat(
            jdbc.sql("select status from customer where ref = 'K-1'").query(String.class).single())
        .isEqualTo("active");
    corrections.change("K-1", ann, Map.of("left_on", ""), null, rep);
    assertThat(contact()).isEqualTo("Ann false");
  }

  @Test
  void withoutPersonsTheCustomersOwnNameIsTaken() {
    jdbc.sql("update customer set first_name = 'Zoe'").update();
    assertThat(contact()).isEqualTo("Zoe false");
  }

  @Test
  void whoSavesOverSomebodyElsesChangeIsTold() {
    long id = corrections.add("K-1", Map.of("last_name", "Bee", "phone", "01 42 68 53 00"), rep);
    var tag = all().get(0).tag();
    corrections.change("K-1", id, Map.of("role", "Sales"), tag, rep);
    assertThatThrownBy(() -> corrections.change("K-1", id, Map.of("role", "x"), tag, rep))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThatThrownBy(() -> corrections.remove("K-1", id, tag, rep))
        .isInstanceOf(OptimisticLockingFailureException.class);
    corrections.remove("K-1", id, null, rep);
    assertThat(all()).isEmpty();
    assertThat(history()).isEqualTo(2);
  }

  @Test
  void theTelephoneNumberIsReadInTheCustomersCountry() {
    jdbc.sql("update customer set country = 'FR'").update();
    corrections.add("K-1", Map.of("last_name", "Bee", "phone", "01 42 68 53 00"), rep);
    assertThat(all()).extracting(Person::phoneE164).containsExactly("+33142685300");
  }

  @Test
  void onlyWhoMayAndSeesWritesThem() {
    var name = Map.of("last_name", "Bee");
    assertThatThrownBy(() -> corrections.add("K-1", name, stories.rep("bob")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> corrections.add("K-1", name, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> corrections.add("K-1", Map.of("role", "x"), rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> corrections.add("K-1", Map.of("last_name", "x", "shoe", "44"), rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> corrections.change("K-1", 99, name, null, rep))
        .isInstanceOf(NotFound.class);
    assertThat(all()).isEmpty();
  }
}
