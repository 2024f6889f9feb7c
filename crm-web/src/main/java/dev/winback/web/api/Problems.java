package dev.winback.web.api;

import dev.winback.shared.NotFound;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.MissingScope;
import dev.winback.staff.NotAllowed;
import dev.winback.web.layout.Unread;
import dev.winback.web.layout.Wording;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** The API's refusals as problem documents (RFC 9457) that name the field at fault. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class Problems {

  private final Wording wording;

  Problems(Wording wording) {
    this.wording = wording;
  }

  @ExceptionHandler
  ProblemDetail refused(Refused refused) {
    return RefusedProblem.of(refused, wording);
  }

  @ExceptionHandler
  ProblemDetail outdated(Outdated outdated) {
    var text = wording.of(outdated.sentence());
    return ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, text);
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFound none) {
    return problem(HttpStatus.NOT_FOUND, "layout.error.404.what");
  }

  @ExceptionHandler
  ProblemDetail missingScope(MissingScope lacks) {
    var scope = lacks.scope().code();
    var text = wording.of("api.missing-scope", scope);
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, text);
    problem.setProperty("scope", scope);
    return problem;
  }

  @ExceptionHandler
  ProblemDetail notAllowed(NotAllowed no) {
    return problem(HttpStatus.FORBIDDEN, "layout.error.403.what");
  }

  @ExceptionHandler
  ProblemDetail changed(ConcurrencyFailureException e) {
    return problem(HttpStatus.CONFLICT, "layout.error.409.what");
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    PessimisticLockingFailureException.class,
    QueryTimeoutException.class,
    CannotCreateTransactionException.class
  })
  ProblemDetail busy() {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, "layout.error.503.what");
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException e) {
    if (e.getMostSpecificCause() instanceof BodyTooLarge) {
      var text = wording.of("refused.body-large", BodyTooLarge.MOST_MEGABYTES);
      return ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, text);
    }
    return e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()
        ? wrongField(field(wrong), wrong)
        : problem(HttpStatus.BAD_REQUEST, "api.unreadable");
  }

  /** A word that is none of ours is answered with those that are. */
  private ProblemDetail wrongField(String field, DatabindException wrong) {
    if (!(wrong instanceof InvalidFormatException format)) {
      return refused(Unread.of(field, null, ""));
    }
    var words = format.getTargetType().getEnumConstants();
    return words == null
        ? refused(Unread.of(field, format.getTargetType(), format.getValue()))
        : problem(field, wording.of("api.wrong-word", format.getValue(), listed(words)));
  }

  private static String listed(Object... words) {
    return Stream.of(words)
        .map(word -> word.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String field(DatabindException wrong) {
    return wrong.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  /** A number in the path that is none is the address of nothing. */
  @ExceptionHandler
  ProblemDetail wrongValue(MethodArgumentTypeMismatchException e) {
    return e.getParameter().hasParameterAnnotation(PathVariable.class)
        ? problem(HttpStatus.NOT_FOUND, "layout.error.404.what")
        : refused(Unread.of(e.getName(), e.getRequiredType(), e.getValue()));
  }

  @ExceptionHandler
  ProblemDetail missing(MissingServletRequestParameterException e) {
    return problem(e.getParameterName(), wording.of("api.missing", e.getParameterName()));
  }

  private static ProblemDetail problem(String field, String text) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, text);
    problem.setProperty("field", field);
    return problem;
  }

  private ProblemDetail problem(HttpStatus status, String key) {
    return ProblemDetail.forStatusAndDetail(status, wording.of(key));
  }
}
