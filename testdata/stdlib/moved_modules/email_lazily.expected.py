import email, email.utils
import email.mime.text
import email.charset
x = email.mime.text.MIMEText("a"), email.utils.formatdate(), email.message_from_string(s)
y = email.charset
