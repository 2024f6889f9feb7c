package dev.winback.web.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.winback.customer.ReachesUp;
import dev.winback.shared.BusinessClock;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's rules about who may know whom (house.md, "Floors"), each proved by a violation. */
class FloorsTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(
              location -> !location.contains("test-classes") && !location.contains("tests.jar"))
          .importPackages("dev.winback");

  private static final ArchRule NO_SQL_ABOVE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.winback.web..", "dev.winback.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "jakarta.persistence..")
          .allowEmptyShould(true);

  private static final ArchRule NO_EMPTY_NAMES =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Helper|Utils?|Manager|Mapper|Dto)(\\$.*)?")
          .allowEmptyShould(true);

  private static final ArchRule NO_OTHER_EXPORT =
      noClasses()
          .that()
          .doNotHaveSimpleName("CsvTable")
          .and()
          .doNotHaveSimpleName("XlsxTable")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.siegmar.fastcsv.writer..", "org.dhatim.fastexcel..")
          .allowEmptyShould(true);

  private static final ArchRule NO_OTHER_WAY_OUT =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.winback\\.shared\\.Outgoing(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..", "org.apache.hc..", "org.springframework.web.client..")
          .allowEmptyShould(true);

  private static final ArchRule NO_OTHER_CLOCK =
      noClasses()
          .that()
          .areNotAssignableTo(BusinessClock.class)
          .should()
          .callMethodWhere(
              describe(
                  "reads a clock past the business clock",
                  (JavaMethodCall call) ->
                      call.getName().equals("now")
                              && call.getTargetOwner().isAssignableTo(Temporal.class)
                          || call.getName().equals("currentTimeMillis")))
          .allowEmptyShould(true);

  @Test
  void aPackageUsesLowerFloorsOnly() {
    assertThat(reachesUp(PRODUCT)).isEmpty();
    assertThat(reachesUp(classes(ReachesUp.class))).isNotEmpty();
  }

  @Test
  void everyPackageHasAFloor() {
    assertThat(PRODUCT.stream().map(FloorsTest::feature).distinct().toList())
        .allSatisfy(feature -> assertThat(Floors.OF_FEATURES).containsKey(feature));
  }

  @Test
  void pagesAndMailContainNoSql() {
    NO_SQL_ABOVE.check(PRODUCT);
    assertThat(NO_SQL_ABOVE.evaluate(classes(Wrong.Reader.class)).hasViolation()).isTrue();
  }

  @Test
  void noClassIsNamedAfterNothing() {
    NO_EMPTY_NAMES.check(PRODUCT);
    assertThat(NO_EMPTY_NAMES.evaluate(classes(Wrong.CustomerHelper.class)).hasViolation())
        .isTrue();
  }

  /** hold.md, T45: one place guards cells against formulas. */
  @Test
  void onlyTheExportWritesFilesForSpreadsheets() {
    NO_OTHER_EXPORT.check(PRODUCT);
    assertThat(NO_OTHER_EXPORT.evaluate(classes(Wrong.Exporter.class)).hasViolation()).isTrue();
  }

  /** hold.md, T50: one place connects to addresses that people typed, and checks them. */
  @Test
  void onlyOneClassAsksOtherMachinesByHttp() {
    NO_OTHER_WAY_OUT.check(PRODUCT);
    assertThat(NO_OTHER_WAY_OUT.evaluate(classes(Wrong.Fetcher.class)).hasViolation()).isTrue();
  }

  @Test
  void timeComesFromTheBusinessClockAlone() {
    NO_OTHER_CLOCK.check(PRODUCT);
    assertThat(NO_OTHER_CLOCK.evaluate(classes(Wrong.class)).hasViolation()).isTrue();
  }

  private static List<String> reachesUp(JavaClasses classes) {
    return classes.stream().flatMap(FloorsTest::reachesUp).distinct().sorted().toList();
  }

  private static Stream<String> reachesUp(JavaClass from) {
    return from.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass())
        .map(to -> to.isArray() ? to.getBaseComponentType() : to)
        .filter(to -> to.getPackageName().startsWith("dev.winback."))
        .filter(to -> !feature(to).equals(feature(from)))
        .filter(to -> floor(to) >= floor(from))
        .map(to -> from.getName() + " uses " + to.getName());
  }

  private static int floor(JavaClass type) {
    return Floors.OF_FEATURES.getOrDefault(feature(type), -1);
  }

  private static String feature(JavaClass type) {
    var parts = type.getPackageName().split("\\.");
    return parts.length < 3 ? "" : parts[2];
  }

  private static JavaClasses classes(Class<?>... types) {
    return new ClassFileImporter().importClasses(types);
  }
}
