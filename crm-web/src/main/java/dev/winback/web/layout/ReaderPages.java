package dev.winback.web.layout;

import dev.winback.letter.Letterheads;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What goes wrong behind the links of a letter is told to a customer, who has no use for the menus
 * and words of staff, and knows the firm, not the program it uses. Templates reach it as {@code
 * @readers}.
 */
@Component("readers")
public class ReaderPages implements ErrorViewResolver {

  private static final List<String> LINKS = List.of("/u/", "/s/", "/c/", "/o/");

  private final Letterheads heads;
  private final HttpServletRequest asked;

  ReaderPages(Letterheads heads, HttpServletRequest asked) {
    this.heads = heads;
    this.asked = asked;
  }

  /** Who reads this page came by a link of a letter. */
  public boolean read() {
    var wrong = asked.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return of(wrong == null ? asked.getRequestURI() : wrong.toString(), asked);
  }

  public Letterheads.Sign firm() {
    return heads.sign();
  }

  @Override
  public @Nullable ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    var address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return address != null && of(address.toString(), request) ? wrong(status) : null;
  }

  /** Whether customers come to this address by a link of a letter. */
  public static boolean of(String address, HttpServletRequest request) {
    return LINKS.stream().anyMatch(link -> address.startsWith(request.getContextPath() + link));
  }

  /** A fault of ours or a moment that passes; else something could not be read. */
  static ModelAndView wrong(HttpStatus status) {
    var what = status.is5xxServerError() || status == HttpStatus.CONFLICT ? "later" : "unread";
    return new ModelAndView("layout/reader", Map.of("what", what), status);
  }
}
