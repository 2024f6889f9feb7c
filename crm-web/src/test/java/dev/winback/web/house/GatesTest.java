package dev.winback.web.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What only named classes may do (hold.md, I7, I11, T53): hand a letter over, count money in
 * floating point, read objects back; each proved by a violation.
 */
class GatesTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(
              location -> !location.contains("test-classes") && !location.contains("tests.jar"))
          .importPackages("dev.winback");

  /** Chances, shares, gaps, seconds, and the amounts that the demo firm invents. */
  private static final String FLOATING_SHARES =
      "dev\\.winback\\.(category\\.Variation|signal\\.(ModelPatience|Proposals)|nightly\\.NightBook"
          + "|demo\\.DemoPurchase|web\\.(customer\\.CustomerItem|lapse\\.(Decided|LostRows)|report\\.(ModelApi|ModelController)|worth\\.WorthShown))(\\$.*)?";

  /** Letters leave by the first three, mail to our own people by the last. */
  private static final ArchRule NO_OTHER_SENDER =
      noClasses()
          .that()
          .haveNameNotMatching(mail("SmtpPostman|AnnouncingTransport|FixedMessage|StaffMail"))
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "jakarta\\.mail\\.Transport|org\\.eclipse\\.angus\\.mail\\.smtp\\..*|org\\.springframework\\.mail\\..*")
          .allowEmptyShould(true);

  /**
   * Beside the senders those that write the text of a letter and those that read what comes back.
   */
  private static final ArchRule NO_OTHER_MAIL =
      noClasses()
          .that()
          .haveNameNotMatching(
              mail(
                  "SmtpPostman|AnnouncingTransport|FixedMessage|StaffMail|HeaderWriter|HeaderBlocks|MailHeaders"
                      + "|MailParts|OwnId|ArrivalReader|ReportReader|WatchedMailbox|InboxWatch"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.mail..", "org.eclipse.angus.mail..", "org.springframework.mail..")
          .allowEmptyShould(true);

  /**
   * Models estimate in floating point; what was paid, owed, given or granted is counted exactly.
   */
  private static final ArchRule NO_FLOATING_MONEY =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.winback.value..", "dev.winback.worth..", "dev.winback.experiment..")
          .and()
          .haveNameNotMatching(FLOATING_SHARES)
          .should()
          .accessTargetWhere(
              describe(
                  "makes a floating number of an exact one, or the other way", GatesTest::floats))
          .allowEmptyShould(true);

  private static final ArchRule NO_OBJECTS_READ_BACK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .allowEmptyShould(true);

  private static boolean floats(JavaAccess<?> access) {
    var target = access.getTarget();
    return target.getOwner().isEquivalentTo(BigDecimal.class)
        && (List.of("doubleValue", "floatValue").contains(target.getName())
            || target instanceof CodeUnitAccessTarget made
                && made.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(double.class)));
  }

  private static String mail(String names) {
    return "dev\\.winback\\.mail\\.(" + names + ")(\\$.*)?";
  }

  @Test
  void onlyNamedClassesHandLettersOver() {
    NO_OTHER_SENDER.check(PRODUCT);
    bites(NO_OTHER_SENDER, Wrong.Letters.class);
  }

  @Test
  void onlyNamedClassesKnowTheLibraryOfMail() {
    NO_OTHER_MAIL.check(PRODUCT);
    bites(NO_OTHER_MAIL, Wrong.Letters.class);
  }

  @Test
  void moneyIsNeverAFloatingNumber() {
    NO_FLOATING_MONEY.check(PRODUCT);
    bites(NO_FLOATING_MONEY, Wrong.class);
  }

  @Test
  void nothingReadsObjectsBack() {
    NO_OBJECTS_READ_BACK.check(PRODUCT);
    bites(NO_OBJECTS_READ_BACK, Wrong.class);
  }

  private static void bites(ArchRule rule, Class<?> wrong) {
    assertThat(rule.evaluate(new ClassFileImporter().importClasses(wrong)).hasViolation()).isTrue();
  }
}
