package dev.winback.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.HashMap;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, with the marks of devices that his browser sent. */
final class LoginDetails extends WebAuthenticationDetails {

  @Serial private static final long serialVersionUID = 1;

  private final transient HashMap<String, String> marks;

  LoginDetails(HttpServletRequest request) {
    super(request);
    marks = new HashMap<>(DeviceCookie.marks(request));
  }

  HashMap<String, String> marks() {
    return marks;
  }
}
