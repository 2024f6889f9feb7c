package dev.winback.web.layout;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page's refusal in words: a page in the shell, or one plain sentence when htmx asked, which the
 * browser shows as a notice.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class WrongPages {

  private final Wording wording;

  WrongPages(Wording wording) {
    this.wording = wording;
  }

  @ExceptionHandler
  @Nullable ModelAndView refused(
      Refused refused, HttpServletRequest ask, HttpServletResponse answer) throws IOException {
    var status = refused.field() == null ? 409 : 422;
    var page = page(status, status, wording.of(refused.sentence()), ask, answer);
    if (page != null) {
      page.addObject("typed", Typed.of(ask, refused.field()));
      page.addObject("again", again(ask));
    }
    return page;
  }

  /** The page that was asked for, without what could not be: a day, a filter. */
  private static @Nullable String again(HttpServletRequest ask) {
    return "GET".equals(ask.getMethod()) && ask.getQueryString() != null
        ? ask.getRequestURI()
        : null;
  }

  /** A value that is none of its kind; in the path it is the address of nothing. */
  @ExceptionHandler
  @Nullable ModelAndView unread(
      MethodArgumentTypeMismatchException wrong, HttpServletRequest ask, HttpServletResponse answer)
      throws IOException {
    return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
        ? notFound(new NotFound(wrong.getName()), ask, answer)
        : refused(
            Unread.of(wrong.getName(), wrong.getRequiredType(), wrong.getValue()), ask, answer);
  }

  @ExceptionHandler
  @Nullable ModelAndView unread(
      BindException wrong, HttpServletRequest ask, HttpServletResponse answer) throws IOException {
    var field = wrong.getFieldErrors().get(0);
    var type = wrong.getFieldType(field.getField());
    return refused(Unread.of(field.getField(), type, field.getRejectedValue()), ask, answer);
  }

  @ExceptionHandler
  @Nullable ModelAndView notFound(NotFound none, HttpServletRequest ask, HttpServletResponse answer)
      throws IOException {
    return page(404, 404, wording.of("layout.error.404.what"), ask, answer);
  }

  @ExceptionHandler
  @Nullable ModelAndView notAllowed(
      NotAllowed no, HttpServletRequest ask, HttpServletResponse answer) throws IOException {
    return page(403, 403, wording.of("layout.error.403.what"), ask, answer);
  }

  @ExceptionHandler
  @Nullable ModelAndView changed(
      ConcurrencyFailureException e, HttpServletRequest ask, HttpServletResponse answer)
      throws IOException {
    var page = page(409, 409, wording.of("layout.error.409.what"), ask, answer);
    if (page != null) {
      page.addObject("typed", Typed.of(ask, null));
    }
    return page;
  }

  /** Left to the error page without the shell, which needs the database itself. */
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    PessimisticLockingFailureException.class,
    QueryTimeoutException.class,
    CannotCreateTransactionException.class
  })
  void busy(HttpServletResponse answer) throws IOException {
    answer.sendError(503);
  }

  private @Nullable ModelAndView page(
      int status, int heading, String sentence, HttpServletRequest ask, HttpServletResponse answer)
      throws IOException {
    answer.setStatus(status);
    if (ReaderPages.of(ask.getRequestURI(), ask)) {
      return ReaderPages.wrong(HttpStatus.valueOf(status));
    }
    if (ask.getHeader("HX-Request") != null) {
      answer.setContentType("text/plain;charset=UTF-8");
      answer.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
      return null;
    }
    var title = wording.of("layout.error." + heading);
    var view = new ModelAndView("layout/wrong", Map.of("heading", title, "sentence", sentence));
    view.setStatus(HttpStatus.valueOf(status));
    return view;
  }
}
