"""Takes in every mail on a port of the loopback interface and hands it on."""

import email
import email.policy
import re
import socketserver
import threading


class MailSink:
    def __init__(self, take):
        """`take` is called with {"to", "subject", "text", "code"} of every mail."""
        self.take = take

    def start(self):
        """Returns the port."""
        sink = self

        class Conversation(socketserver.StreamRequestHandler):
            def handle(self):
                sink.converse(self.rfile, self.wfile)

        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_address[1]

    def converse(self, lines, answers):
        """Speaks as much SMTP as the portal does."""
        recipients = []
        answers.write(b"220 sink ESMTP\r\n")
        for line in lines:
            command = line.decode("latin-1").strip()
            verb = command.upper()
            if verb.startswith("EHLO"):
                answers.write(b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n")
                continue
            if verb == "DATA":
                answers.write(b"354 go on\r\n")
                text = b""
                while (line := lines.readline()) not in (b".\r\n", b".\n", b""):
                    text += line[1:] if line.startswith(b"..") else line
                self.take(self.read(recipients, text))
            elif verb.startswith("MAIL FROM:"):
                recipients = []
            elif verb.startswith("RCPT TO:"):
                recipients.append(command[8:].split()[0].strip("<>"))
            elif verb == "QUIT":
                answers.write(b"221 bye\r\n")
                return
            answers.write(b"250 ok\r\n")

    def read(self, recipients, raw):
        message = email.message_from_bytes(raw, policy=email.policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        text = re.sub(r"<style.*?</style>|<[^>]+>", " ", body.get_content() if body else "", flags=re.S)
        code = re.search(r"(?<![\w#])(\d{4,10})(?!\w)", text)
        return {
            "to": recipients,
            "subject": str(message["subject"] or ""),
            "text": " ".join(text.split()),
            "code": code.group(1) if code else None,
        }
