package dev.winback.web.security;

import dev.winback.shared.Sha256;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** By what two requests are the same: address and body; of a form its fields and files. */
final class RequestHash {

  private RequestHash() {}

  static String of(HttpServletRequest request) throws IOException, ServletException {
    var digest = Sha256.digest();
    try (var to = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      text(request.getRequestURI() + "?" + request.getQueryString(), to);
      if (LargeBodies.multipart(request)) {
        parts(request, to);
      } else {
        content(request.getInputStream(), to);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The line between two parts is another one each time, so they are read one by one. */
  private static void parts(HttpServletRequest request, OutputStream to)
      throws IOException, ServletException {
    for (var part : request.getParts()) {
      text(part.getName() + "=" + part.getSubmittedFileName() + ":" + part.getSize(), to);
      content(part.getInputStream(), to);
    }
  }

  private static void text(String text, OutputStream to) throws IOException {
    to.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void content(InputStream content, OutputStream to) throws IOException {
    try (content) {
      content.transferTo(to);
    }
  }
}
