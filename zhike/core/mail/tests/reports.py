"""Reports as the usual mail servers write them, about a message of ours; no real names or hosts."""

POSTFIX = """From: MAILER-DAEMON@mx.zhike.example (Mail Delivery System)
To: desk@zhike.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <20261124031233.0A1B2C3D@mx.zhike.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="0A1B2C3D.1795480353/mx.zhike.example"

--0A1B2C3D.1795480353/mx.zhike.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--0A1B2C3D.1795480353/mx.zhike.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.zhike.example
X-Postfix-Queue-ID: 0A1B2C3D
Arrival-Date: Tue, 24 Nov 2026 11:12:30 +0800 (CST)

Final-Recipient: rfc822; clara@qingchuan.example
Original-Recipient: rfc822;clara@qingchuan.example
Action: {action}
Status: {status}
Remote-MTA: dns; mx.qingchuan.example
Diagnostic-Code: smtp; 550 5.1.1 <clara@qingchuan.example>: Recipient address
    rejected: User unknown

--0A1B2C3D.1795480353/mx.zhike.example
Content-Description: Undelivered Message
Content-Type: message/rfc822
Content-Transfer-Encoding: 8bit

Return-Path: <desk@zhike.example>
From: =?utf-8?b?TGVuYSDmnpflqJw=?= <desk@zhike.example>
To: clara@qingchuan.example
Subject: The drawings
Message-ID: {message_id}
Content-Type: text/plain; charset="utf-8"

Attached.

--0A1B2C3D.1795480353/mx.zhike.example--
"""

EXCHANGE = """From: <postmaster@qingchuan.example>
To: <desk@zhike.example>
Date: Tue, 24 Nov 2026 03:12:35 +0000
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="_000_4fd1"
Content-Language: zh-CN
Message-ID: <4fd1c0de@PROD.QINGCHUAN.EXAMPLE>
Subject: =?utf-8?B?5peg5rOV5Lyg6YCSOiBUaGUgZHJhd2luZ3M=?=
MIME-Version: 1.0

--_000_4fd1
Content-Type: multipart/alternative; boundary="_001_4fd1"

--_001_4fd1
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

5L2g55qE6YKu5Lu25peg5rOV5Lyg6YCS44CC

--_001_4fd1--

--_000_4fd1
Content-Type: message/delivery-status

Reporting-MTA: dns;PROD.QINGCHUAN.EXAMPLE
Received-From-MTA: dns;mx.zhike.example
Arrival-Date: Tue, 24 Nov 2026 03:12:34 +0000

Final-Recipient: rfc822;clara@qingchuan.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp;550 5.2.2 mailbox full

--_000_4fd1
Content-Type: text/rfc822-headers

From: desk@zhike.example
To: clara@qingchuan.example
Subject: The drawings
message-id: {message_id}

--_000_4fd1--
"""

ANSWER = """From: Clara <clara@qingchuan.example>
To: desk@zhike.example
Subject: Re: The drawings
In-Reply-To: {message_id}
Message-ID: <answer-1@qingchuan.example>
Content-Type: text/plain; charset="utf-8"

Message-ID: {message_id}
Thank you!
"""
