package dev.winback.web.work;

import dev.winback.task.ReplyRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * The address that opens an answer in the member's own mail program: subject and thread stay those
 * of the customer (LET-23, RFC 6068).
 */
@Component("thread")
class ReplyThread {

  public String of(ReplyRow reply) {
    var parts = new ArrayList<String>();
    var subject = reply.subject() == null ? "" : reply.subject();
    parts.add("subject=" + coded(subject.matches("(?i)re:.*") ? subject : "Re: " + subject));
    var id = reply.messageId();
    if (id != null) {
      parts.add("In-Reply-To=" + coded(id));
      parts.add("References=" + coded(id));
    }
    var to = reply.sender() == null ? reply.email() : reply.sender();
    return "mailto:"
        + coded(to == null ? "" : to).replace("%40", "@")
        + "?"
        + String.join("&", parts);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
