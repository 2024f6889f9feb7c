package dev.winback.web.api;

import dev.winback.web.layout.Wording;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/**
 * What no handler of the API answered (an unknown address, method or content type, a fault of ours)
 * as a problem document too; browsers keep their error page.
 */
@Controller
class ApiErrors extends BasicErrorController {

  private final Wording wording;

  ApiErrors(
      ErrorAttributes attributes,
      WebProperties web,
      ObjectProvider<ErrorViewResolver> views,
      Wording wording) {
    super(attributes, web.getError(), views.orderedStream().toList());
    this.wording = wording;
  }

  @Override
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    var status = getStatus(request);
    var problem = new LinkedHashMap<String, Object>();
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", wording.of(key(status)));
    var address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (address != null) {
      problem.put("instance", address);
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String key(HttpStatus status) {
    return switch (status.value()) {
      case 405 -> "api.wrong-method";
      case 406 -> "api.wrong-accept";
      case 415 -> "api.wrong-type";
      case 403, 404, 409, 413, 503 -> "layout.error." + status.value() + ".what";
      default -> status.is5xxServerError() ? "layout.error.500.what" : "layout.error.400.what";
    };
  }
}
