package dev.winback.web.survey;

import dev.winback.customer.CustomerId;
import dev.winback.staff.Permission;
import dev.winback.survey.GivenAnswer;
import dev.winback.survey.GivenAnswers;
import dev.winback.web.layout.Shell;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What other pages show of answers; templates reach it as {@code @surveyShown}. */
@Component("surveyShown")
public class SurveyShown {

  private static final int AT_CUSTOMER = 12;
  private static final int OF_LOYAL = 6;

  private final GivenAnswers answers;
  private final Shell shell;

  SurveyShown(GivenAnswers answers, Shell shell) {
    this.answers = answers;
    this.shell = shell;
  }

  /** What this customer answered, the newest first. */
  public List<GivenAnswer> of(CustomerId customer) {
    return shell.may(Permission.SEE_SURVEYS.name())
        ? answers.of(customer, AT_CUSTOMER, Objects.requireNonNull(shell.actor()))
        : List.of();
  }

  /** The latest of what loyal customers say would make them leave. */
  public List<GivenAnswer> ofTheLoyal() {
    return shell.may(Permission.SEE_SURVEYS.name())
        ? answers.ofTheLoyal(OF_LOYAL, Objects.requireNonNull(shell.actor()))
        : List.of();
  }
}
